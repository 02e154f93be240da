import { sql } from 'kysely';

/**
 * Sessions, codes and lock-outs live by the wall, not by a demo's clock, and by one wall for all servers: the
 * database's.
 */
export const wallNow = sql<number>`clock_timestamp()`;

/** The wall time so many seconds from now, to be stored. */
export function wallIn(seconds: number) {
  return sql<Date>`clock_timestamp() + make_interval(secs => ${seconds}::float8)`;
}
