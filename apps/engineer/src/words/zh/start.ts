export const start = {
  title: '服务兵',
  today: '今天的上门',
  none: '今天没有安排上门',
  stop: '第 {{number}} 单',
  leave: '退出',
};
