export const shell = {
  navigation: '主导航',
  start: '首页',
  desk: '坐席台',
  calls: '待办回访',
  import: '导入',
  orders: '工单',
  person: '我：{{role}}',
  dispatch: '派工台',
  signOut: '退出',
  toContent: '跳到内容',
  unknownPage: '没有这个页面',
  toStart: '回到首页',
};
