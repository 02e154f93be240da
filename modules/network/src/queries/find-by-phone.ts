import type { Id } from '@firstfix/kernel';
import type { HashPhone } from '../phone-hash.ts';
import type { NetworkDb } from '../store/territory-store.ts';
import type { Reference } from './reference.ts';

/** Whose session a sign-in by code opens. */
export interface EngineerAccount {
  readonly userId: Id;
  readonly ownId: Id;
  readonly outletId: Id;
  readonly territoryIds: readonly Id[];
}

/** The engineer with this phone who has not left; suspended ones may still look. */
export async function findByPhone(
  db: NetworkDb,
  reference: Reference,
  hashPhone: HashPhone,
  phone: string,
): Promise<EngineerAccount | undefined> {
  const row = await db
    .selectFrom('network.engineer')
    .select(['id', 'user_id', 'outlet_id', 'territory_id', 'left_on'])
    .where('phone_hash', '=', hashPhone(phone))
    .orderBy('left_on', (order) => order.desc().nullsFirst())
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.left_on !== null && row.left_on <= (await reference.today(row.territory_id))) return undefined;
  return { userId: row.user_id, ownId: row.id, outletId: row.outlet_id, territoryIds: [row.territory_id] };
}
