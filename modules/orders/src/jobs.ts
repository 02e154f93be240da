import type { Task, Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { DB } from './tables.ts';

/** Folds the counted changes together, so that counting stays a short sum. */
export const foldStateCounts: Task = {
  name: 'orders.fold_state_counts',
  everySeconds: 60,
  run: async (tx: Tx) => {
    await sql`with turn as (select pg_try_advisory_xact_lock(7215010) as mine),
      taken as (delete from orders.state_count where (select mine from turn) returning *)
      insert into orders.state_count (territory_id, state, hold, opened_on, change)
      select territory_id, state, hold, opened_on, sum(change) from taken
      group by 1, 2, 3, 4 having sum(change) <> 0`.execute(tx.tables<DB>());
  },
};
