export const start = {
  title: 'Engineer',
  today: 'Today’s visits',
  none: 'No visit is planned today',
  stop: 'Stop {{number}}',
  leave: 'Sign out',
};
