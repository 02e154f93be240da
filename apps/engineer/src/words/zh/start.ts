export const start = {
  title: '服务兵',
  today: '今天的上门',
  none: '今天没有安排上门',
  allDone: '今天的上门都完成了',
  done: '已结束 {{count}} 单',
  stop: '第 {{number}} 单',
  orders: '同户 {{count}} 张工单',
  leave: '退出',
};
