export const shell = {
  places: '主要页面',
  today: '今天',
  offers: '抢单',
  earnings: '收入',
  waiting: '{{count}} 项操作已保存在手机上，联网后自动发送',
  understood: '知道了',
  sharing: '正在向用户共享您的位置',
  sharingSeeking: '正在定位，定位后用户能看到您到哪了',
  sharingRefused: '手机没有开放定位，用户看不到您到哪了',
  told: '{{time}} 已发送',
  untold: '{{count}} 个位置等联网后发送',
  keptDays: '到达后停止；位置保留 {{days}} 天后删除',
};
