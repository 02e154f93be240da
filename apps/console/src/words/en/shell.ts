export const shell = {
  navigation: 'Main navigation',
  start: 'Home',
  desk: 'Agent desk',
  calls: 'Calls due',
  import: 'Import',
  orders: 'Work orders',
  person: 'Signed in as {{role}}',
  dispatch: 'Dispatch',
  signOut: 'Sign out',
  toContent: 'Skip to content',
  unknownPage: 'There is no such page',
  toStart: 'Back to the start',
};
