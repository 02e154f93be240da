export const start = {
  title: '服务兵',
  today: '今天的上门',
  none: '今天没有安排上门',
  allDone: '今天的上门都完成了',
  done: '已结束 {{count}} 单',
  stop: '第 {{number}} 单',
  orders: '同户 {{count}} 张工单',
  takenBack: '调度已收回，请不要前往',
  takenBackFor: {
    engineer_unavailable: '您当时不便',
    wrong_engineer: '派错了人',
    day_rearranged: '当天重新安排',
    customer_wish: '用户要求',
    undone: '调度撤销',
    other: '其他原因',
  },
  leave: '退出',
};
