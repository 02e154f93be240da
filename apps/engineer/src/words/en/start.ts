export const start = {
  title: 'Engineer',
  today: 'Today’s visits',
  none: 'No visit is planned today',
  allDone: 'All of today’s visits are done',
  done: 'Over: {{count}}',
  stop: 'Stop {{number}}',
  orders: '{{count}} orders in this home',
  leave: 'Sign out',
};
