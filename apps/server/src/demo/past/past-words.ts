import type { RatingBody } from '@firstfix/contract/verdict/schemas';

/** What people of the demo say. Invented; plain faults anybody of the trade can put right. */
export const FAULT_WORDS: Readonly<Record<string, readonly string[]>> = {
  ac: [
    '空调不制冷，吹出来是热风',
    '空调漏水，滴到地板上',
    '空调开机几分钟就自己停了',
    '外机声音特别大，邻居都来说了',
  ],
  fridge: ['冰箱冷藏室不制冷了，菜都坏了', '冰箱声音很大，一直响', '冷冻室结了很厚的霜', '冰箱门关不严'],
  washer: ['洗衣机不脱水', '洗衣机不进水，显示故障', '脱水的时候抖得厉害', '洗衣机漏水，地上都是水'],
  waterheater: ['热水器不加热，水是凉的', '热水器漏水', '洗到一半突然变凉', '热水器点不着火'],
  kitchen: ['油烟机吸力很小', '油烟机有异响', '灯不亮，按键没反应'],
};
export const ANY_FAULT: readonly string[] = ['用着用着就不工作了', '有异响，麻烦师傅来看看'];

export const OTHER_WORK: readonly { readonly workType: string; readonly words: string }[] = [
  { workType: 'clean', words: '想预约一次深度清洗' },
  { workType: 'maintain', words: '用了几年了，想做个保养检查' },
  { workType: 'inspect', words: '装修后想请师傅检查一下用电和机器' },
];

export const RATING_WORDS: Readonly<Record<number, readonly string[]>> = {
  5: ['师傅很专业，准时，收拾得也干净', '一次就修好了，讲解很清楚', '服务态度好，价格也透明', ''],
  4: ['修好了，就是等得久了一点', '整体满意', '', ''],
  3: ['修是修好了，没怎么讲解', '一般，来得有点晚', ''],
  2: ['约的时间晚了一个多小时，也没提前说', '价格比想象的贵，讲得不清楚'],
  1: ['修完第二天又坏了，还把地板弄脏了', '等了一上午没人来，电话也打不通'],
};

export const COMPLAINT_WORDS: readonly string[] = [
  '师傅迟到一个多小时，没有提前联系我',
  '修完没有清理现场，墙边留了很多灰',
  '收费和报价说的不一样，要求解释',
];
export const COMPLAINT_ANSWER = '非常抱歉给您带来不便，已联系网点核实，今天内给您回复处理结果。';
export const COMPLAINT_JUDGEMENT = '经核实网点未按约上门且未提前告知，按服务承诺处理。';
export const FOLLOW_UP_NOTE = '客户表示机器运行正常，已请客户在页面上评价。';

/** Tags that go with the stars. */
export function tagsFor(stars: number, late: boolean, paid: boolean): NonNullable<RatingBody['tags']> {
  const tags: NonNullable<RatingBody['tags']> = [
    late ? 'late' : 'on_time',
    stars >= 3 ? 'fixed' : 'not_fixed',
  ];
  if (paid) tags.push(stars >= 4 ? 'price_clear' : 'price_unclear');
  if (stars >= 4) tags.push('left_clean', 'polite');
  return tags;
}
