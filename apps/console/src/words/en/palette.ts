export const palette = {
  open: 'Go to',
  orders: 'Work orders',
  customers: 'Orders of a customer',
  engineers: 'Orders of an engineer',
  screens: 'Screens',
  actions: 'Actions',
};
