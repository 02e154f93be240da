export const earnings = {
  title: '我的收入',
  today: '今天',
  none: '这一天还没有评价带来的收入',
  month: '{{month}} 月度',
  orders: '{{count}} 单',
  stars: '用户评价 {{stars}} 星',
  neutral: '用户未评价，按中性系数',
  takenBack: '评价已更改，原金额收回',
  rules: {
    labour_price: '劳动力价格：计件价 × 难度 × 地区 × 等级 × 评价',
    distance: '路程补贴',
    night: '夜间加价',
    holiday: '节假日加价',
    other: '规则 {{code}}',
  },
  by: '{{time}} 入账 · 薪酬政策第 {{version}} 版',
};
