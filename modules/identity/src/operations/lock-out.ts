import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { DB } from '../tables.ts';

const TRIES = 5;
const MINUTES = 15;

/**
 * Takes one of the five tries a key has within 15 minutes, before the try is made, so that tries made at the
 * same time do not slip through. False while the key is locked.
 */
export async function takeTry(tx: Tx, key: string): Promise<boolean> {
  const { rows } =
    await sql`insert into identity.lock_out as l (key, wrong_tries, tried_at) values (${key}, 1, clock_timestamp())
    on conflict (key) do update set
      wrong_tries = case when l.tried_at < ${windowStart} then 1 else l.wrong_tries + 1 end,
      locked_until = case when l.tried_at >= ${windowStart} and l.wrong_tries + 1 >= ${TRIES}
        then clock_timestamp() + ${MINUTES} * interval '1 minute' end,
      tried_at = clock_timestamp()
    where l.locked_until is null or l.locked_until <= clock_timestamp()
    returning key`.execute(tx.tables<DB>());
  return rows.length > 0;
}

/** A right try gives all tries back. */
export async function forgiveTries(tx: Tx, key: string): Promise<void> {
  await tx.tables<DB>().deleteFrom('identity.lock_out').where('key', '=', key).execute();
}

const windowStart = sql`clock_timestamp() - ${sql.lit(MINUTES)} * interval '1 minute'`;
