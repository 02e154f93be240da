export const offers = {
  title: '可抢的工单',
  none: '现在没有可抢的工单，有了会显示在这里',
  left: '剩 {{seconds}} 秒',
  over: '本轮结束',
  roundOver: '本轮已结束，等系统更新',
  toAppoint: '时间待与用户约定',
  distance: '离你家 {{km}} 公里 · ',
  why: '难度 {{difficulty}} · 第 {{round}} 轮',
  atStars: '五星评价时的收入，按你的等级计算，不含路程与夜间',
  byDiagnosis: '五星评价时的收入，按诊断出的修理等级，不含路程与夜间',
  claim: '抢单',
};
