import type { Point } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { DB } from '../tables.ts';

/** Where communities lie that somebody asked from before, by `placeKey`. */
export async function findKnownPlaces(tx: Tx, communities: readonly string[]): Promise<Map<string, Point>> {
  if (communities.length === 0) return new Map();
  const rows = await tx
    .tables<DB>()
    .selectFrom('requests.service_request')
    .distinctOn(['district_code', 'community'])
    .select(['district_code', 'community', 'lat', 'lng'])
    .where('community', '=', sql<string>`any(${[...new Set(communities)]}::text[])`)
    .orderBy('district_code')
    .orderBy('community')
    .orderBy('registered_at', 'desc')
    .execute();
  return new Map(
    rows.map(({ district_code, community, lat, lng }) => [placeKey(district_code, community), { lat, lng }]),
  );
}

export function placeKey(districtCode: string, community: string): string {
  return `${districtCode} ${community}`;
}
