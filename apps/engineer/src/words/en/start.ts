export const start = {
  title: 'Engineer',
  today: 'Today’s visits',
  none: 'No visit is planned today',
  allDone: 'All of today’s visits are done',
  done: 'Over: {{count}}',
  stop: 'Stop {{number}}',
  orders: '{{count}} orders in this home',
  takenBack: 'Taken back by dispatch: do not go there',
  takenBackFor: {
    engineer_unavailable: 'you are not available',
    wrong_engineer: 'given to you by mistake',
    day_rearranged: 'the day was rearranged',
    customer_wish: 'the customer asked for it',
    undone: 'undone by dispatch',
    other: 'another reason',
  },
  leave: 'Sign out',
};
