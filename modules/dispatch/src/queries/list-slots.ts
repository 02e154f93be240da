import { type Instant, toDate, toRfc3339 } from '@firstfix/kernel';
import { addDays, localDateOf } from '@firstfix/kernel/zone';
import type { WorkOrder } from '@firstfix/orders';
import { at } from '@firstfix/platform';
import { sql } from 'kysely';
import { fitOf, freeSeconds, windowsOf } from '../capacity.ts';
import { capacityPolicy } from '../capacity-policy.ts';
import { demandOf } from '../demand.ts';
import type { Needs } from '../needs.ts';
import { listEngineerDays, toWorkingEngineer } from '../operations/working-engineers.ts';

interface Asked {
  readonly from: string | undefined;
  readonly days: number;
  readonly now: Instant;
  readonly wallNow: Instant;
}

/** Windows of the next days that have not ended, each with what is free for this order. */
export async function listSlots(needs: Needs, order: WorkOrder, asked: Asked) {
  const [territory, policy] = await Promise.all([
    needs.network.getTerritory(order.territoryId),
    needs.policies.current(capacityPolicy, asked.now),
  ]);
  const from = asked.from ?? localDateOf(asked.now, territory.zone);
  const demand = demandOf(order, policy.document);
  const windows = windowsOf(from, asked.days, territory.zone, policy.document).filter(
    ({ end }) => end > asked.now,
  );
  const [days, loads] = await Promise.all([
    listEngineerDays(needs, order.territoryId, from, addDays(from, asked.days - 1)),
    listLoads(
      needs,
      order.territoryId,
      windows[0]?.start ?? asked.now,
      windows.at(-1)?.start ?? asked.now,
      asked.wallNow,
    ),
  ]);
  const engineers = days.map(toWorkingEngineer);
  return {
    items: windows.map((window) => {
      const free = freeSeconds(window, engineers, loads.get(window.start) ?? {}, demand, policy.document);
      return {
        start: toRfc3339(window.start),
        end: toRfc3339(window.end),
        freeSeconds: free,
        fit: fitOf(free, demand, window),
      };
    }),
  };
}

/** Booked seconds by window and pool, without what ran out of time. */
async function listLoads(needs: Needs, territoryId: string, from: Instant, to: Instant, wallNow: Instant) {
  const [rows, expired] = await Promise.all([
    needs.db
      .selectFrom('dispatch.window_load')
      .select(['start_at', 'seconds_by_pool'])
      .where('territory_id', '=', territoryId)
      .where('start_at', '>=', at(from))
      .where('start_at', '<=', at(to))
      .execute(),
    needs.db
      .selectFrom('dispatch.slot_hold')
      .select(['start_at', 'pool', sql<number>`sum(work_seconds)::int`.as('seconds')])
      .where('territory_id', '=', territoryId)
      .where('state', '=', 'held')
      .where('expires_at', '<=', sql<Instant>`${toDate(wallNow)}`)
      .groupBy(['start_at', 'pool'])
      .execute(),
  ]);
  const loads = new Map(
    rows.map((row) => [row.start_at, { ...(row.seconds_by_pool as Record<string, number>) }]),
  );
  for (const { start_at, pool, seconds } of expired) {
    const load = loads.get(start_at);
    if (load) load[pool] = Math.max(0, (load[pool] ?? 0) - seconds);
  }
  return loads;
}
