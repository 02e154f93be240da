import { type Instant, toDate } from '@firstfix/kernel';
import type pg from 'pg';
import { BATCH_LIMIT } from '../jobs/batches.ts';

/** How many timers one look takes. */
export const TIMERS_AT_ONCE = 500;

/** Turns timers due by business time `now` into jobs, gathered by task, each exactly once. Returns how many. */
export async function pumpTimers(pool: pg.Pool, now: Instant): Promise<number> {
  const { rows } = await pool.query<{ taken: number }>(TAKE_DUE, [toDate(now), TIMERS_AT_ONCE]);
  return rows[0]?.taken ?? 0;
}

const TAKE_DUE = `with due as (
  delete from platform.timer where key in (
    select key from platform.timer where due_at <= $1 order by due_at limit $2 for update skip locked
  ) returning key, task, payload
), numbered as (
  select task, payload, (row_number() over (partition by task order by key) - 1) / ${BATCH_LIMIT} as batch from due
), batches as (
  select task, json_agg(payload) as payloads from numbered group by task, batch
), jobs as (
  select array_agg(json_populate_record(null::graphile_worker.job_spec,
    json_build_object('identifier', task, 'payload', payloads))) as specs from batches
)
select (select count(*) from due) as taken,
  case when specs is not null then (select count(*) from graphile_worker.add_jobs(specs)) end from jobs`;
