import { type DatabaseConnection, openDatabase } from '@firstfix/platform';

const PATIENCE_SECONDS = 120;
const LOOK_MS = 100;

/** A bench's look behind the API. */
export interface Look {
  /** The settings that make acknowledged writes durable. */
  settings(): Promise<Record<string, string>>;
  /** Events not handed on and jobs that could run now. */
  countWaiting(): Promise<number>;
  /** Business time from now on as fast as the wall. */
  stopBusinessClockRushing(): Promise<void>;
  rows<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export function openLook(connection: DatabaseConnection): Look {
  const database = openDatabase(connection, { poolSize: 1, onIdleError: () => undefined });
  const rows = async <Row extends object>(sql: string, parameters: unknown[] = []) =>
    (await database.plainPool.query<Row>(sql, parameters)).rows;
  return {
    rows,
    async settings() {
      const found = await rows<{ name: string; setting: string }>(
        `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version')`,
      );
      return Object.fromEntries(found.map(({ name, setting }) => [name, setting]));
    },
    async countWaiting() {
      const [row] = await rows<{ waiting: number }>(
        `select (select count(*) from platform.outbox)
           + (select count(*) from graphile_worker.jobs where run_at <= now() and attempts < max_attempts) as waiting`,
      );
      return row?.waiting ?? 0;
    },
    async stopBusinessClockRushing() {
      await rows(`update platform.business_clock set wall_anchor = clock_timestamp(), factor = 1,
        business_anchor = business_anchor + (clock_timestamp() - wall_anchor) * factor`);
      await rows(`select pg_notify('firstfix_clock', '')`);
    },
    close: () => database.close(),
  };
}

/** Waits until nothing is left to hand on or to run; what is left when patience ends. */
export async function drained(look: Look): Promise<{ seconds: number; rows: number }> {
  const begun = performance.now();
  for (;;) {
    const rows = await look.countWaiting();
    const seconds = (performance.now() - begun) / 1000;
    if (rows === 0 || seconds > PATIENCE_SECONDS) return { seconds, rows };
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
