import { type Instant, toRfc3339 } from '@firstfix/kernel';
import { addDays, localDateOf } from '@firstfix/kernel/zone';
import type { WorkOrder } from '@firstfix/orders';
import { crewFor, fitOf, freeSeconds, windowsOn } from '../capacity.ts';
import { capacityPolicy, slotLeadPolicy } from '../capacity-policy.ts';
import { demandOf } from '../demand.ts';
import type { Needs } from '../needs.ts';
import { listEngineerDays } from '../operations/working-engineers.ts';
import { leavesTime } from '../slot-lead.ts';
import { listLoads } from '../store.ts';

interface Asked {
  readonly from: string | undefined;
  readonly days: number;
  readonly now: Instant;
  readonly wallNow: Instant;
}

/** Windows of the next days that still leave time for the way and the work, each with what is free for this order. */
export async function listSlots(needs: Needs, order: WorkOrder, asked: Asked) {
  const [territory, policy, lead] = await Promise.all([
    needs.network.getTerritory(order.territoryId),
    needs.policies.current(capacityPolicy, asked.now),
    needs.policies.current(slotLeadPolicy, asked.now),
  ]);
  const from = asked.from ?? localDateOf(asked.now, territory.zone);
  const dates = Array.from({ length: asked.days }, (_, day) => addDays(from, day));
  const windows = dates.map((date) =>
    windowsOn(date, territory.zone, policy.document).filter((window) =>
      leavesTime(window, order.work, asked.now, lead.document),
    ),
  );
  const starts = windows.flat().map(({ start }) => start);
  const [teams, loads] = await Promise.all([
    Promise.all(dates.map((date) => listEngineerDays(needs, order.territoryId, date))),
    listLoads(needs.db, order.territoryId, starts[0] ?? asked.now, starts.at(-1) ?? asked.now, asked.wallNow),
  ]);
  const demand = demandOf(order, policy.document);
  return {
    items: teams.flatMap((team, day) => {
      const crew = crewFor(team, demand);
      return (windows[day] ?? []).map((window) => {
        const free = freeSeconds(window, crew, loads.get(window.start) ?? {}, demand, policy.document);
        return {
          start: toRfc3339(window.start),
          end: toRfc3339(window.end),
          freeSeconds: free,
          fit: fitOf(free, demand, window),
        };
      });
    }),
  };
}
