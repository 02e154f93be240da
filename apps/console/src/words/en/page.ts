export const page = {
  notYours: 'Not for your role to do',
  cancel: 'Cancel',
  needed: 'Please fill in',
  none: 'None',
};
