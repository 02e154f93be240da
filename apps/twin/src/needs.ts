import type { Random } from '@firstfix/kernel/random';
import type { Customer } from './cast.ts';
import type { Need } from './stage.ts';

/** What people say, by product category; plain faults anybody of the trade can put right. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ac: ['空调不制冷，吹出来是热风', '空调漏水，滴到地板上'],
  fridge: ['冰箱冷藏室不制冷了', '冰箱声音很大，一直响'],
  washer: ['洗衣机不脱水', '洗衣机不进水，显示故障'],
  waterheater: ['热水器不加热，水是凉的', '热水器漏水'],
};
const ANY_WORDS = ['用着用着就不工作了', '有异响，麻烦师傅来看看'];

/** A repair one of the customer's appliances needs. */
export function needOf(customer: Customer, random: Random): Need {
  const appliance = random.pick(customer.appliances);
  const words = random.pick(WORDS[appliance.category] ?? ANY_WORDS);
  return { customer, appliance, workType: 'repair', words };
}
