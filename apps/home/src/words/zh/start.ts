export const start = {
  title: '一次就好',
  welcome: '用手机号登录，查看您的服务',
  orders: '我的服务',
  none: '您还没有服务单',
  back: '返回',
  window: '承诺上门时间',
  noWindow: '待约定',
  leave: '退出',
};
