import { getSystemState } from '@firstfix/contract/platform/endpoints';
import { toDate } from '@firstfix/kernel';
import { query, type Route } from '../http/route.ts';
import type { Runtime } from '../runtime.ts';

/** What waits in the background and what went wrong there, for people; machines read /metrics. */
export function systemStateRoute({ database: { pool } }: Runtime): Route {
  return query(getSystemState, async ({ now }) => {
    const [jobs, counts] = await Promise.all([
      pool.query<JobRecord>(JOBS),
      pool.query<CountsRecord>(COUNTS, [toDate(now)]),
    ]);
    const [row] = counts.rows;
    if (!row) throw new Error('counting answers one row');
    return {
      jobs: jobs.rows,
      timers: { set: row.timers_set, overdue: row.timers_overdue },
      slaClocks: {
        open: row.clocks_open,
        paused: row.clocks_paused,
        warned: row.clocks_warned,
        breached: row.clocks_breached,
      },
      eventsWaiting: row.events_waiting,
      auditRowsUnsealed: row.audit_unsealed,
      databaseBytes: row.database_bytes,
      connections: {
        busy: pool.totalCount - pool.idleCount,
        idle: pool.idleCount,
        waiting: pool.waitingCount,
      },
      memoryBytes: process.memoryUsage.rss(),
      upSeconds: Math.floor(process.uptime()),
    };
  });
}

interface JobRecord {
  task: string;
  waiting: number;
  running: number;
  retrying: number;
  dead: number;
  lastError: string | null;
}

const JOBS = `select task_identifier as task,
    count(*) filter (where locked_at is null and attempts = 0)::int as waiting,
    count(*) filter (where locked_at is not null)::int as running,
    count(*) filter (where locked_at is null and attempts > 0 and attempts < max_attempts)::int as retrying,
    count(*) filter (where locked_at is null and attempts >= max_attempts)::int as dead,
    left(max(last_error), 200) as "lastError"
  from graphile_worker.jobs group by 1 order by 1`;

interface CountsRecord {
  timers_set: number;
  timers_overdue: number;
  clocks_open: number;
  clocks_paused: number;
  clocks_warned: number;
  clocks_breached: number;
  events_waiting: number;
  audit_unsealed: number;
  database_bytes: number;
}

const COUNTS = `select timers.*, clocks.*,
    (select count(*) from platform.outbox)::int as events_waiting,
    (select count(*) from platform.audit
      where xid >= coalesce((select to_xid from platform.audit_seal order by seq desc limit 1), '0'::xid8))::int
      as audit_unsealed,
    pg_database_size(current_database()) as database_bytes
  from (select count(*)::int as timers_set, count(*) filter (where due_at <= $1)::int as timers_overdue
      from platform.timer) timers,
    (select count(*)::int as clocks_open,
        count(*) filter (where paused_at is not null)::int as clocks_paused,
        count(*) filter (where warned_at is not null and breached_at is null)::int as clocks_warned,
        count(*) filter (where breached_at is not null)::int as clocks_breached
      from platform.sla_clock where stopped_at is null) clocks`;
