export const start = {
  title: '{{role}}的一天',
  openOrders: '进行中的工单',
  byState: '按状态',
  none: '现在没有进行中的工单',
};
