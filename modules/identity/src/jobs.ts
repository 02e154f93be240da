import type { Task } from '@firstfix/platform';
import { sql } from 'kysely';

/** Forgets what has ended: kept a day for those who look into an incident, no longer. */
export const forgetEnded: Task = {
  name: 'identity.forget_ended',
  everySeconds: 3600,
  run: async (tx) => {
    const db = tx.tables();
    await Promise.all([
      sql`delete from identity.session where expires_at < ${yesterday}`.execute(db),
      sql`delete from identity.sign_in_code where expires_at < ${yesterday}`.execute(db),
      sql`delete from identity.order_link where expires_at < ${yesterday}`.execute(db),
      sql`delete from identity.lock_out where tried_at < ${yesterday}`.execute(db),
      sql`delete from platform.rate_limit where window_start < ${yesterday}`.execute(db),
    ]);
  },
};

const yesterday = sql`clock_timestamp() - interval '1 day'`;
