import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const requestsChecks: readonly DoctorCheck[] = [
  {
    name: 'requests are recorded and handled',
    promise: 'each request asks for something, and each triaged one has an order for every item',
    find: `select 'request ' || r.number || ' is ' || r.state || ' with ' || count(i.*) || ' items, '
        || count(i.work_order_id) || ' of them with an order' as violation
      from requests.service_request r left join requests.item i on i.request_id = r.id
      group by r.id
      having count(i.*) = 0
        or (r.state = 'triaged' and count(i.work_order_id) < count(i.*))
        or (r.state = 'registered' and count(i.work_order_id) > 0)`,
  },
  {
    name: 'no request is omitted',
    promise:
      'a request without an order, advice or cancellation, or whose advice was not checked, has its clock running or on record as broken',
    find: `select 'request ' || r.number || ' is ' || r.state || ' without a clock' as violation
      from requests.service_request r
      where r.due_at is not null and not exists (
        select from platform.sla_clock c
        where c.subject_id = r.id and c.stopped_at is null
          and c.kind = case r.state when 'registered' then 'triage' else 'callback' end)`,
  },
  {
    name: 'hand-overs wait for another person',
    promise: 'nobody is asked to take over what is theirs',
    find: `select 'request ' || number || ' is handed over to its own owner' as violation
      from requests.service_request where offered_owner_id = owner_id`,
  },
];
