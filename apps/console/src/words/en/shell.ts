export const shell = {
  navigation: 'Main navigation',
  start: 'Home',
  orders: 'Work orders',
  dispatch: 'Dispatch',
  signOut: 'Sign out',
  toContent: 'Skip to content',
  unknownPage: 'There is no such page',
  toStart: 'Back to the start',
};
