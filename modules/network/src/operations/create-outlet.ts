import { ALREADY_THERE } from '@firstfix/contract/network/endpoints';
import type { OutletTier } from '@firstfix/contract/network/states';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import { type Id, newId, type Point } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import type { Outlet } from '../outlet.ts';
import { insertOutlet } from '../store/outlet-store.ts';
import type { DB } from '../tables.ts';

export interface NewOutlet {
  readonly id?: Id;
  readonly name: string;
  readonly cityId: Id;
  readonly territoryIds: readonly Id[];
  readonly tier: OutletTier;
  readonly marketTier: number;
  readonly categories: readonly string[];
  readonly managerId?: Id | null;
  readonly point: Point;
  readonly qualityCertificateUntil?: LocalDate | null;
  readonly openedOn: LocalDate;
}

/** Takes an outlet into the network, active and with three stars. */
export async function createOutlet(tx: Tx, given: NewOutlet): Promise<Outlet> {
  await mustBeOfCity(tx, given.cityId, given.territoryIds);
  const outlet: Outlet = {
    ...given,
    id: given.id ?? newId(),
    status: 'active',
    statusReason: null,
    stars: 3,
    managerId: given.managerId ?? null,
    qualityCertificateUntil: given.qualityCertificateUntil ?? null,
    version: 1,
  };
  if (await insertOutlet(tx, outlet)) return outlet;
  throw refusal(409, `${ALREADY_THERE}/outlet`);
}

/** 422 unless all territories are of the city. */
export async function mustBeOfCity(tx: Tx, cityId: Id, territoryIds: readonly Id[]): Promise<void> {
  const rows = await tx
    .tables<DB>()
    .selectFrom('network.territory')
    .select('id')
    .where('city_id', '=', cityId)
    .where(sql<SqlBool>`id = any(${[...territoryIds]}::uuid[])`)
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  const stranger = territoryIds.findIndex((id) => !known.has(id.toLowerCase()));
  if (stranger >= 0) {
    throw invalidField(`/territoryIds/${stranger}`, 'other_city');
  }
}
