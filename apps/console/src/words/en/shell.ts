export const shell = {
  navigation: 'Main navigation',
  start: 'Home',
  orders: 'Work orders',
  person: 'Signed in as {{role}}',
  signOut: 'Sign out',
  toContent: 'Skip to content',
  unknownPage: 'There is no such page',
  toStart: 'Back to the start',
};
