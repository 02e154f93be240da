export const earnings = {
  title: 'My earnings',
  today: 'Today',
  none: 'No verdict has earned anything on this day yet',
  month: 'Month {{month}}',
  orders: 'orders: {{count}}',
  stars: 'The customer gave stars: {{stars}}',
  neutral: 'Not rated: the neutral factor counts',
  takenBack: 'the rating changed, the former sum is taken back',
  rules: {
    labour_price: 'Labour price: piece rate × difficulty × region × grade × rating',
    distance: 'Distance',
    night: 'Night',
    holiday: 'Holiday',
    other: 'Rule {{code}}',
  },
  by: 'Booked {{time}} · pay policy version {{version}}',
};
