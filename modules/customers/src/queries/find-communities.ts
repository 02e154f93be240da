import type { ResponseOf } from '@firstfix/contract';
import type { findCommunities as endpoint } from '@firstfix/contract/customers/endpoints';
import { type Kysely, sql } from 'kysely';
import { districtName } from '../store/divisions.ts';
import type { DB } from '../tables.ts';

const MOST = 8;
/** With one home its middle would be that home's place. */
const FEWEST_HOMES = 2;

/** Communities whose names begin with the text, each with the middle of the homes we know there. */
export async function findCommunities(db: Kysely<DB>, text: string): Promise<ResponseOf<typeof endpoint>> {
  const beginning = `${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .selectFrom('customers.household')
    .select(['community', 'district_code'])
    .select(({ fn }) => [fn.avg<number>('lat').as('lat'), fn.avg<number>('lng').as('lng')])
    .where('community', 'like', beginning)
    .groupBy(['community', 'district_code'])
    .having(sql<number>`count(*)`, '>=', FEWEST_HOMES)
    .orderBy('community')
    .orderBy('district_code')
    .limit(MOST)
    .execute();
  return {
    items: rows.map(({ community, district_code, lat, lng }) => ({
      districtCode: district_code,
      area: districtName(district_code),
      community,
      point: { lat, lng },
    })),
  };
}
