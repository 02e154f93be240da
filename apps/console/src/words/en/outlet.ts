export const outlet = {
  title: 'My outlet',
  none: 'This account belongs to no outlet',
  today: 'Earned today',
  otherDays: 'Other days',
  facts: 'About the outlet',
  orders: 'Most pressing orders',
  allOrders: 'All orders',
  noOrder: 'No order is open',
  engineers: 'My engineers',
};
