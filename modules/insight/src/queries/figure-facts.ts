import type { FigureName } from '@firstfix/contract/insight/schemas';
import { DEFAULT_ZONE } from '@firstfix/kernel/zone';
import { type RawBuilder, sql } from 'kysely';
import type { Asked } from '../policy.ts';

/**
 * One row per order behind a figure, over the published views: `work_order_id, at, amount` (adds to the numerator),
 * `counted` (adds to the denominator), `missed, part`. `o` holds the orders in the caller's scope.
 */
type Facts = (asked: Asked) => RawBuilder<unknown>;

/** An order done in the period was hardly first visited longer before. */
const LOOK_BACK = sql`interval '90 days'`;

export const FIGURE_FACTS: Readonly<Record<FigureName, Facts>> = {
  arrival_hours: (asked) => sql`
    select work_order_id, at, hours as amount, 1 as counted, hours > 2 as missed, null as part
    from (select o.id as work_order_id, a.at,
        extract(epoch from a.at - coalesce(r.registered_at, o.opened_at))::float8 / 3600 as hours
      from (select work_order_id, min(arrived_at) as at from orders.published_visit
        where arrived_at >= ${asked.from} - ${LOOK_BACK} and arrived_at < ${asked.to} group by 1) a
      join o on o.id = a.work_order_id
      left join requests.published_request r on r.id = o.request_id
      where ${within(asked, 'a.at')}) first`,

  window_kept: (asked) => sql`
    select o.id as work_order_id, v.arrived_at as at, (v.arrived_at <= o.window_end_at)::int as amount, 1 as counted,
      v.arrived_at > o.window_end_at as missed, null as part
    from orders.published_visit v join o on o.id = v.work_order_id and o.visit_id = v.id
    where ${within(asked, 'v.arrived_at')} and o.window_end_at is not null`,

  fixed_first_visit: (asked) => sql`
    select id as work_order_id, completed_at as at, fixed::int as amount, 1 as counted, not fixed as missed, null as part
    from (select o.id, o.completed_at, coalesce(a.visits, 1) = 1 and w.rework_of is null as fixed
      from o
      left join (select work_order_id, count(*) as visits from orders.published_visit
        where arrived_at >= ${asked.from} - ${LOOK_BACK} and arrived_at < ${asked.to} group by 1) a on a.work_order_id = o.id
      left join (select distinct rework_of from orders.published_order where rework_of is not null) w on w.rework_of = o.id
      where ${within(asked, 'o.completed_at')} and o.rework_of is null) done`,

  households_per_day: (asked) => sql`
    select work_order_id, at, first_there as amount, first_that_day as counted, false as missed,
      sum(first_there) over (partition by engineer_id, day) as part
    from (select o.id as work_order_id, v.ended_at as at, v.engineer_id, v.day,
        (row_number() over (partition by v.engineer_id, v.day, o.household_id order by v.ended_at, o.id) = 1)::int as first_there,
        (row_number() over (partition by v.engineer_id, v.day order by v.ended_at, o.id) = 1)::int as first_that_day
      from (select *, (ended_at at time zone ${DEFAULT_ZONE})::date as day from orders.published_visit
        where state = 'finished' and arrived_at >= ${asked.from} - ${LOOK_BACK} and ${within(asked, 'ended_at')}) v
      join o on o.id = v.work_order_id) days`,

  install_minutes: (asked) => onSite(asked, 'install', sql`minutes`, sql`minutes > 120`),
  install_within_limit: (asked) => onSite(asked, 'install', sql`in_limit::int`, sql`not in_limit`),
  repair_minutes: (asked) => onSite(asked, 'repair', sql`minutes`, sql`minutes > 60`),
  repair_within_limit: (asked) => onSite(asked, 'repair', sql`in_limit::int`, sql`not in_limit`),

  follow_up_in_time: (asked) => sql`
    select work_order_id, at, heard::int as amount, 1 as counted, not heard as missed, null as part
    from (select f.work_order_id, coalesce(h.at, f.due_at) as at, coalesce(h.at <= f.due_at, false) as heard
      from verdict.published_follow_up f join o on o.id = f.work_order_id
      left join verdict.order_verdict v on v.work_order_id = f.work_order_id and not v.neutral
      cross join lateral (select coalesce(f.answered_at, v.changed_at) as at) h
      where h.at is not null or f.due_at < ${asked.now}) asked
    where ${within(asked, 'at')}`,

  call_back_in_time: (asked) => sql`
    select r.work_order_id, coalesce(c.stopped_at, c.breached_at) as at, (c.breached_at is null)::int as amount,
      1 as counted, c.breached_at is not null as missed, null as part
    from platform.published_clock c join requests.published_request r on r.id = c.subject_id
    where c.kind = 'callback' and c.subject_type = 'service-request' and r.state <> 'cancelled'
      and ${within(asked, 'coalesce(c.stopped_at, c.breached_at)')} and ${inScope(asked, 'r')}`,

  complaints_per_million: (asked) => sql`
    select o.id as work_order_id, c.opened_at as at, 1 as amount, 0 as counted, true as missed, null as part
    from verdict.published_complaint c join o on o.id = c.work_order_id
    where c.opened_at >= ${asked.to} - interval '30 days' and c.opened_at < ${asked.to}
    union all
    select id, completed_at, 0, 1, false, null from o
    where completed_at >= ${asked.to} - interval '30 days' and completed_at < ${asked.to}`,

  rating: (asked) => sql`
    select v.work_order_id, v.changed_at as at, v.stars as amount, 1 as counted, v.stars <= 2 as missed,
      v.stars as part
    from verdict.order_verdict v join o on o.id = v.work_order_id
    where not v.neutral and v.counts and ${within(asked, 'v.changed_at')}`,

  open_orders: (asked) => sql`
    select id as work_order_id, due_at as at, 1 as amount, 1 as counted, due_at < ${asked.now} as missed,
      next_action as part
    from o where pending`,
};

function onSite(asked: Asked, workType: string, amount: RawBuilder<unknown>, missed: RawBuilder<unknown>) {
  return sql`
    select work_order_id, at, ${amount} as amount, 1 as counted, ${missed} as missed, null as part
    from (select o.id as work_order_id, v.ended_at as at,
        extract(epoch from v.ended_at - v.arrived_at)::float8 / 60 as minutes,
        v.ended_at - v.arrived_at <= make_interval(secs => o.limit_seconds) as in_limit
      from orders.published_visit v join o on o.id = v.work_order_id
      where v.state = 'finished' and o.work_type = ${workType} and v.arrived_at >= ${asked.from} - ${LOOK_BACK}
        and ${within(asked, 'v.ended_at')}) done`;
}

function within({ from, to }: Asked, column: string): RawBuilder<unknown> {
  return sql`${sql.raw(column)} >= ${from} and ${sql.raw(column)} < ${to}`;
}

/** The caller's rows by their territory and outlet; `null` stands for all. */
export function inScope({ territoryIds, outletId }: Asked, row: string): RawBuilder<unknown> {
  return sql`(${territoryIds}::uuid[] is null or ${sql.raw(row)}.territory_id = any(${territoryIds}::uuid[]))
    and (${outletId}::uuid is null or ${sql.raw(row)}.outlet_id = ${outletId}::uuid)`;
}
