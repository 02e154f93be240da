export const outlet = {
  title: '我的网点',
  none: '这个账号不属于任何网点',
  today: '今日收入',
  otherDays: '其他日期',
  facts: '网点资料',
  orders: '最紧急的工单',
  allOrders: '全部工单',
  noOrder: '没有进行中的工单',
  engineers: '我的服务兵',
};
