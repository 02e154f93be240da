import type pg from 'pg';

/** Workers unseen for this long are dead; a server that lives shows itself every two seconds. */
const DEAD_AFTER_SECONDS = 10;

/**
 * Shows that the workers of this name live, and gives back the jobs of those who don't: a server that was killed
 * would otherwise keep its jobs for hours. Wall time; several servers may do it at once.
 */
export async function releaseJobs(pool: pg.Pool, name: string): Promise<boolean> {
  await pool.query(
    `insert into platform.worker (name, seen_at) values ($1, clock_timestamp())
     on conflict (name) do update set seen_at = excluded.seen_at`,
    [name],
  );
  await pool.query(
    `with dead as (
       select distinct j.locked_by as name from graphile_worker.jobs j
       left join platform.worker w on w.name = j.locked_by
       where j.locked_by is not null
         and coalesce(w.seen_at, j.locked_at) < clock_timestamp() - make_interval(secs => $1)
     ), forgotten as (
       delete from platform.worker where seen_at < clock_timestamp() - interval '1 day'
     )
     select graphile_worker.force_unlock_workers(array_agg(name)) from dead having count(*) > 0`,
    [DEAD_AFTER_SECONDS],
  );
  return false;
}
