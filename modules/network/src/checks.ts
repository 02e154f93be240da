import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const networkChecks: readonly DoctorCheck[] = [
  {
    name: 'territories have cells',
    promise: 'every territory can be reached from a point',
    find: `select 'territory ' || t.name || ' has no cell' as violation
      from network.territory t where not exists (select from network.cell c where c.territory_id = t.id)`,
  },
  {
    name: 'outlets stay in their city',
    promise: 'an outlet covers territories of its own city only',
    find: `select 'outlet ' || o.name || ' covers ' || coalesce(t.name, 'no territory') || ' outside its city' as violation
      from network.outlet o cross join unnest(o.territory_ids) covered (id)
      left join network.territory t on t.id = covered.id where t.city_id is distinct from o.city_id`,
  },
  {
    name: 'engineers work in their outlet’s city',
    promise: 'the home territory of an engineer is in the city of the outlet',
    find: `select 'engineer ' || e.licence_number || ' lives in another city than outlet ' || o.name as violation
      from network.engineer e join network.outlet o on o.id = e.outlet_id
      join network.territory t on t.id = e.territory_id where t.city_id <> o.city_id`,
  },
  {
    name: 'shift plans are whole',
    promise: 'a weekly pattern has at most one shift a weekday, each ending after it starts',
    find: `select 'engineer ' || e.licence_number || ', weekday ' || (s->>'weekday') as violation
      from network.engineer e cross join jsonb_array_elements(e.shifts->'week') s
      group by e.licence_number, s->>'weekday'
      having count(*) > 1 or bool_or((s->'hours'->>'endMinute')::int <= (s->'hours'->>'startMinute')::int)`,
  },
  {
    name: 'stations have crews',
    promise: 'every member of a station’s crew is an engineer',
    find: `select 'station ' || s.name || ' has the stranger ' || member as violation
      from network.station s cross join unnest(s.crew) member
      where not exists (select from network.engineer e where e.id = member)`,
  },
];
