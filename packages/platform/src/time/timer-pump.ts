import { type Instant, toDate } from '@firstfix/kernel';
import type pg from 'pg';

const BATCH = 500;

/** Turns timers due by business time `now` into jobs, each exactly once. Returns how many. */
export async function pumpTimers(pool: pg.Pool, now: Instant): Promise<number> {
  const { rows } = await pool.query<{ taken: number }>(TAKE_DUE, [toDate(now), BATCH]);
  return rows[0]?.taken ?? 0;
}

const TAKE_DUE = `with due as (
  delete from platform.timer where key in (
    select key from platform.timer where due_at <= $1 order by due_at limit $2 for update skip locked
  ) returning key, task, payload
), jobs as (
  select array_agg(json_populate_record(null::graphile_worker.job_spec,
    json_build_object('identifier', task, 'payload', payload))) as specs, count(*) as taken from due
)
select taken, case when taken > 0 then (select count(*) from graphile_worker.add_jobs(specs)) end from jobs`;
