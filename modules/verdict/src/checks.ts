import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const verdictChecks: readonly DoctorCheck[] = [
  {
    name: 'ratings keep their history',
    promise: 'each rating has every revision up to its own in the history, the last one with its stars',
    find: `select 'rating of order ' || r.work_order_id || ' is at revision ' || r.revision || ', history has '
        || h.n as violation
      from verdict.rating r
      join lateral (select count(*) as n from verdict.rating_history where work_order_id = r.work_order_id) h on true
      left join verdict.rating_history l on l.work_order_id = r.work_order_id and l.revision = r.revision
      where h.n <> r.revision or l.work_order_id is null or l.stars is distinct from r.stars`,
  },
  {
    name: 'follow-ups end with a verdict',
    promise:
      'no follow-up has ended for an order that is neither rated nor neutral, and an open one has its timer',
    find: `select 'follow-up of order ' || f.work_order_id || case when f.state = 'ended' then ' ended without a verdict'
        else ' has no timer' end as violation
      from verdict.follow_up f
      left join verdict.rating r on r.work_order_id = f.work_order_id
      left join platform.timer t on t.key = 'verdict:follow_up:' || f.work_order_id
      where f.state = 'ended' and r.work_order_id is null
        or f.state <> 'ended' and t.key is null
          and not exists (select from graphile_worker.jobs where task_identifier = 'verdict.end_follow_up')`,
  },
  {
    name: 'complaints run against their clocks',
    promise: 'every open complaint has the clock of its seventh day running',
    find: `select 'complaint ' || c.number || ' has no running clock' as violation
      from verdict.complaint c
      where c.closed_at is null and not exists (
        select from platform.sla_clock s
        where s.subject_id = c.id and s.kind = 'complaint_latest' and s.stopped_at is null)`,
  },
];
