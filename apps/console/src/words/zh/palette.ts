export const palette = {
  open: '快速前往',
  orders: '工单',
  customers: '用户的工单',
  engineers: '服务兵的工单',
  screens: '页面',
  actions: '操作',
};
