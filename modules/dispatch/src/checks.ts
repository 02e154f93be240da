import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const dispatchChecks: readonly DoctorCheck[] = [
  {
    name: 'window loads',
    promise: 'what a window has booked is the sum of its holds and bookings',
    find: `select 'window ' || l.start_at || ' of territory ' || l.territory_id || ' counts ' ||
        coalesce(l.seconds, 0) || ' s, its holds sum to ' || coalesce(h.seconds, 0) || ' s' as violation
      from (select territory_id, start_at, sum(value::int) as seconds
            from dispatch.window_load left join lateral jsonb_each_text(seconds_by_pool) on true group by 1, 2) l
      full join (select territory_id, start_at, sum(work_seconds) as seconds
            from dispatch.slot_hold where state in ('held', 'booked') group by 1, 2) h
        on h.territory_id = l.territory_id and h.start_at = l.start_at
      where coalesce(l.seconds, 0) <> coalesce(h.seconds, 0)`,
  },
  {
    name: 'claims have one winner',
    promise: 'an offer claimed belongs to one engineer, who was asked',
    find: `select 'offer ' || o.id || ' was claimed by somebody it did not ask' as violation
      from dispatch.job_offer o
      where o.state = 'claimed'
        and not exists (select from dispatch.offer_candidate c where c.offer_id = o.id and c.engineer_id = o.claimed_by)`,
  },
];
