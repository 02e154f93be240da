export const start = {
  title: 'The {{role}}’s day',
  openOrders: 'Open work orders',
  byState: 'By state',
  none: 'No work order is open now',
  nearest: 'Due next',
  promise: 'The promise, these 7 days',
  all: 'All',
};
