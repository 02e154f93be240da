export const shell = {
  places: '主要页面',
  today: '今天',
  offers: '抢单',
  earnings: '收入',
  me: '我',
  waiting: '{{count}} 项操作已保存在手机上，联网后自动发送',
  understood: '知道了',
};
