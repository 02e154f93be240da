import type { ResponseOf } from '@firstfix/contract';
import type { listCommunities as endpoint } from '@firstfix/contract/customers/endpoints';
import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';

const MOST = 20;

/** Communities whose name begins so, each where one of its homes is. */
export async function listCommunities(db: Kysely<DB>, text: string): Promise<ResponseOf<typeof endpoint>> {
  const rows = await db
    .selectFrom('customers.household')
    .distinctOn(['community', 'district_code'])
    .select(['community', 'district_code', 'lat', 'lng'])
    .where('community', 'like', `${text.replaceAll(/[\\%_]/g, '\\$&')}%`)
    .orderBy('community')
    .orderBy('district_code')
    .limit(MOST)
    .execute();
  const items = rows.map(({ community, district_code, lat, lng }) => ({
    community,
    districtCode: district_code,
    point: { lat, lng },
  }));
  return { items };
}
