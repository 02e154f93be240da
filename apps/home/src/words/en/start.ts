export const start = {
  title: 'Right on the first visit',
  welcome: 'Sign in by phone to see your services',
  orders: 'My services',
  none: 'You have no service yet',
  back: 'Back',
  window: 'Promised arrival',
  noWindow: 'To be agreed',
  leave: 'Sign out',
};
