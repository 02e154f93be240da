export const start = {
  title: '{{role}}的一天',
  openOrders: '进行中的工单',
  byState: '按状态',
  none: '现在没有进行中的工单',
  nearest: '最先到期',
  promise: '近 7 天的承诺',
  all: '全部',
};
