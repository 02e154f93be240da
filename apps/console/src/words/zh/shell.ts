export const shell = {
  navigation: '主导航',
  start: '首页',
  orders: '工单',
  dispatch: '派工台',
  signOut: '退出',
  toContent: '跳到内容',
  unknownPage: '没有这个页面',
  toStart: '回到首页',
};
