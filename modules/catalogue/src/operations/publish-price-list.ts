import { PRICE_LIST_PUBLISHED } from '@firstfix/contract/catalogue/events';
import { type Id, toRfc3339 } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { checkVersion, type Tx } from '@firstfix/platform';
import { type PriceList, publish } from '../price-list.ts';
import { lockPriceList, savePublished } from '../store.ts';

/** From its date on the region pays by this list, and it never changes again. */
export async function publishPriceList(tx: Tx, id: Id, ifMatch: number | undefined): Promise<PriceList> {
  const { list, taken, lines } = await lockPriceList(tx, id);
  checkVersion(list.version, ifMatch);
  const today = localDateOf(tx.now, DEFAULT_ZONE);
  const published = await savePublished(tx, publish(list, { today, now: tx.now, taken, lines }));
  const { regionCode, effectiveFrom } = published;
  tx.emit(PRICE_LIST_PUBLISHED, { priceListId: id, regionCode, effectiveFrom, at: toRfc3339(tx.now) });
  return published;
}
