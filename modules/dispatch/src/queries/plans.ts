import type { PLAN_STATES } from '@firstfix/contract/dispatch/endpoints';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, SECOND, toRfc3339 } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import type { Kysely, Selectable } from 'kysely';
import type { ProposedPlan } from '../operations/plan-territory-day.ts';
import type { DB, DispatchPlan } from '../tables.ts';

/** 404 outside the caller's territories. */
export async function getPlan(db: Kysely<DB>, caller: Caller, id: Id) {
  const row = await db.selectFrom('dispatch.plan').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !maySeeTerritory(caller, row.territory_id)) throw notFound('plan', id);
  return presentPlan(row);
}

export function maySeeTerritory(caller: Caller, territoryId: Id): boolean {
  return caller.scope === 'all' || caller.territoryIds.includes(territoryId);
}

function presentPlan(row: Selectable<DispatchPlan>) {
  const proposal = row.result as ProposedPlan | null;
  return {
    id: row.id,
    territoryId: row.territory_id,
    day: row.day,
    state: row.state as (typeof PLAN_STATES)[number],
    orders: row.order_count,
    engineers: row.engineer_count,
    unassigned: (proposal?.plan.unassigned ?? []).map(({ job, reasons }) => ({
      workOrderId: String(job),
      reasons: [...reasons],
    })),
    travelSeconds: row.travel_seconds,
    changes: row.change_count,
    stops: proposal === null ? [] : stopsOf(proposal),
    createdAt: toRfc3339(row.created_at),
  };
}

function stopsOf({ plan, midnight }: ProposedPlan) {
  return plan.routes.flatMap(({ technician, stops }) =>
    stops.flatMap((stop) =>
      'job' in stop
        ? [
            {
              workOrderId: String(stop.job),
              engineerId: String(technician),
              startAt: toRfc3339(midnight + stop.start * SECOND),
            },
          ]
        : [],
    ),
  );
}
