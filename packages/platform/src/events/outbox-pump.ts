import type pg from 'pg';
import { batchesOf } from '../jobs/batches.ts';
import { LIVE_CHANNEL, type LiveMessage } from '../live/live-message.ts';

/** How many events one look takes. */
export const EVENTS_AT_ONCE = 500;
/** NOTIFY carries at most 8000 bytes; a longer list is cut into several. */
const TOPICS_PER_NOTIFY = 100;

interface OutboxRow {
  id: number;
  event: string;
  payload: unknown;
  screen_topics: string[];
}

/**
 * Takes events from the outbox and hands them to the job queue, gathered by subscriber, in the same
 * transaction; tells screens by one NOTIFY. Returns how many events it took. Several pumps may run at once.
 */
export async function pumpOutbox(
  pool: pg.Pool,
  subscribers: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query('begin');
    const { rows } = await client.query<OutboxRow>(TAKE, [EVENTS_AT_ONCE]);
    const jobs = batchesOf(rows.flatMap((row) => sharesOf(row, subscribers)));
    if (jobs.length > 0) await client.query(ADD_JOBS, [JSON.stringify(jobs)]);
    await notifyScreens(client, rows);
    await client.query('commit');
    return rows.length;
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error));
    await client.query('rollback').catch(() => undefined);
    throw failed;
  } finally {
    client.release(failed);
  }
}

const TAKE = `delete from platform.outbox where id in (
  select id from platform.outbox order by id limit $1 for update skip locked
) returning id, event, payload, screen_topics`;

const ADD_JOBS = `select count(*) from graphile_worker.add_jobs(
  (select array_agg(json_populate_record(null::graphile_worker.job_spec, spec)) from json_array_elements($1::json) spec))`;

/** One share for each who wants to know. */
function sharesOf(row: OutboxRow, subscribers: ReadonlyMap<string, readonly string[]>) {
  return (subscribers.get(row.event) ?? []).map((identifier) => ({ identifier, payload: row.payload }));
}

async function notifyScreens(client: pg.PoolClient, rows: readonly OutboxRow[]): Promise<void> {
  const topics = [...new Set(rows.flatMap((row) => row.screen_topics))];
  for (let from = 0; from < topics.length; from += TOPICS_PER_NOTIFY) {
    const message: LiveMessage = { topics: topics.slice(from, from + TOPICS_PER_NOTIFY) };
    await client.query('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify(message)]);
  }
}
