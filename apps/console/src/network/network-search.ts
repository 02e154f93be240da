import { GRADES, OUTLET_STATUSES, OUTLET_TIERS, STANDINGS } from '@firstfix/contract/network/states';
import { aDay, anyText, oneOf, searchReader } from '../page/list-search.ts';

export const readOutletsSearch = searchReader({
  text: anyText,
  territory: anyText,
  tier: oneOf(OUTLET_TIERS),
  status: oneOf(OUTLET_STATUSES),
});
export type OutletsSearch = ReturnType<typeof readOutletsSearch>;

export const readEngineersSearch = searchReader({
  text: anyText,
  outlet: anyText,
  grade: oneOf(GRADES),
  standing: oneOf(STANDINGS),
  expiresBefore: aDay,
});
export type EngineersSearch = ReturnType<typeof readEngineersSearch>;

export const readStationsSearch = searchReader({ territory: anyText });
