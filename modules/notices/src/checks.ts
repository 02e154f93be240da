import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const noticesChecks: readonly DoctorCheck[] = [
  {
    name: 'messages go out',
    promise: 'no message waits a day past the time it was of use',
    find: `select 'message ' || id || ' (' || template || ') is still ' || state as violation from notices.message
      where state in ('queued', 'sent') and expires_at < clock_timestamp() - interval '1 day'`,
  },
  {
    name: 'messages keep nothing',
    promise: 'what was sealed of a message is wiped once it was handed over or given up',
    find: `select 'message ' || id || ' (' || template || ') keeps its text' as violation from notices.message
      where state <> 'queued' and sealed is not null
      union all
      select 'the simulator keeps the text of message ' || message_id from notices.simulated
      where received_at < clock_timestamp() - interval '3 days'`,
  },
];
