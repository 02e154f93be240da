import type { DoctorCheck } from '@firstfix/platform';
import { journeyChainCheck } from './checks/journey-chain-check.ts';

/** What the doctor looks at in this module's tables. */
export const ordersChecks: readonly DoctorCheck[] = [
  journeyChainCheck,
  {
    name: 'orders have an owner and a next step',
    promise:
      'no order is without the person who answers for it, and only an ended one is without what happens next',
    find: `select 'order ' || number || ' has no ' || case when owner_id is null then 'owner' else 'next step' end as violation
      from orders.work_order
      where owner_id is null or next_action = '' or next_by = ''
        or (next_action = 'none' and closed_at is null)`,
  },
  {
    name: 'orders mirror their visits',
    promise: 'an order under way is in the state of its visit, and nobody drives to a cancelled order',
    find: `select 'order ' || o.number || ' is ' || o.state || ', its visit ' || coalesce(v.state, 'missing') as violation
      from orders.work_order o left join orders.visit v on v.id = o.visit_id
      where o.state in ('en_route', 'on_site', 'in_service') and v.state is distinct from o.state
        or o.state = 'cancelled' and v.state in ('planned', 'accepted', 'en_route', 'on_site', 'in_service')`,
  },
  {
    name: 'journeys are whole',
    promise:
      'each journey has its order, is numbered without a gap up to the head that remembers, and ends in its hash',
    find: `select 'journey of order ' || o.number || ' has ' || j.n || ' entries, head says ' || o.journey_seq as violation
      from orders.work_order o
      left join lateral (select count(*) as n, max(seq) as last from orders.journey where work_order_id = o.id) j on true
      left join orders.journey h on h.work_order_id = o.id and h.seq = o.journey_seq
      where j.n <> o.journey_seq or j.last is distinct from o.journey_seq or h.hash is distinct from o.journey_hash
      union all
      select distinct 'a journey tells of order ' || j.work_order_id || ', which does not exist'
      from orders.journey j left join orders.work_order o on o.id = j.work_order_id
      where o.id is null`,
  },
  {
    name: 'state counts',
    promise: 'the counted changes sum to the orders there are',
    find: `select 'state ' || coalesce(c.state, r.state) || ': counted ' || coalesce(c.n, 0) || ', there are ' || coalesce(r.n, 0) as violation
      from (select state, sum(change) as n from orders.state_count group by state) c
      full join (select state, count(*) as n from orders.work_order group by state) r on r.state = c.state
      where coalesce(c.n, 0) <> coalesce(r.n, 0)`,
  },
];
