import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const fieldworkChecks: readonly DoctorCheck[] = [
  {
    name: 'evidence was received',
    promise: 'every photo and signature the field refers to is a file that was received, and can be read',
    find: `select 'order ' || e.work_order_id || ' refers to file ' || e.hash || ' for ' || e.purpose ||
        case when m.hash is null then ', which was never received' else ', which nobody may read' end as violation
      from fieldwork.evidence e
      left join platform.media m on m.hash = e.hash
      left join platform.media_link l
        on l.hash = e.hash and l.subject_type = 'work-order' and l.subject_id = e.work_order_id
      where m.hash is null or l.hash is null`,
  },
  {
    name: 'finished visits have complete sheets',
    promise: 'a visit finished from the field arrived, began, ended, and left no price open',
    find: `select 'visit ' || s.visit_id || ' is ' || v.state || ', its sheet ended ' || coalesce(s.ended_how, 'not at all')
        as violation
      from fieldwork.sheet s join orders.visit v on v.id = s.visit_id
      where (v.state = 'finished') <> (s.ended_how is not distinct from 'finished')
        or s.ended_how = 'finished' and (s.departed_at is null or s.arrived_at is null or s.began_at is null
          or exists (select from jsonb_each(s.jobs) j where j.value #>> '{quote,state}' = 'given'))`,
  },
  {
    name: 'commands have their visits',
    promise: 'every command, and every sheet, belongs to a visit there is',
    find: `select 'command ' || c.command_id || ' is about visit ' || c.visit_id || ', which does not exist' as violation
      from fieldwork.command c left join orders.visit v on v.id = c.visit_id where v.id is null
      union all
      select 'sheet of visit ' || s.visit_id || ', which does not exist'
      from fieldwork.sheet s left join orders.visit v on v.id = s.visit_id where v.id is null`,
  },
  {
    name: 'sheets know their quotes',
    promise: 'the quote on the latest sheet of an order is its last version, with the same state and total',
    find: `select 'order ' || j.key || ': the sheet says quote ' || coalesce(j.value #>> '{quote,quoteVersion}', 'none')
        || ' ' || coalesce(j.value #>> '{quote,state}', '') || ', the last is ' || q.version || ' ' || q.state as violation
      from (select distinct on (work_order_id) * from fieldwork.quote order by work_order_id, version desc) q
      join fieldwork.sheet s on s.visit_id = q.visit_id
      join jsonb_each(s.jobs) j on j.key = q.work_order_id::text
      where (j.value #>> '{quote,quoteVersion}')::int is distinct from q.version
        or j.value #>> '{quote,state}' is distinct from q.state
        or (j.value #>> '{quote,totalFen}')::bigint is distinct from q.total_fen`,
  },
  {
    name: 'newest positions are the newest',
    promise: 'where an engineer was last is the newest position kept of them',
    find: `select 'engineer ' || l.engineer_id || ' was last seen at ' || l.at || ', a position is kept of ' || p.at as violation
      from fieldwork.last_position l
      join lateral (select at from fieldwork.position p where p.engineer_id = l.engineer_id order by at desc limit 1) p
        on p.at <> l.at`,
  },
];
