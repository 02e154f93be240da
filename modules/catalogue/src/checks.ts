import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const catalogueChecks: readonly DoctorCheck[] = [
  {
    name: 'price lists look ahead',
    promise: 'every price list was published before the day it begins, so no earlier price changed',
    find: `select 'price list ' || region_code || '@' || effective_from || ' was published at ' || published_at as violation
      from catalogue.price_list
      where state = 'published' and published_at >= effective_from::timestamp at time zone 'Asia/Shanghai'`,
  },
  {
    name: 'work types have norms',
    promise: 'for each work type and category it is laid down how long it takes and who may do it',
    find: `select 'no norm for ' || w.code || ' of ' || c.code as violation
      from catalogue.work_type w cross join catalogue.category c
      left join catalogue.work_norm n on n.work_type = w.code and n.category = c.code
      where n.category is null`,
  },
  {
    name: 'categories have electric limits',
    promise: 'each category has limits for the electric safety test',
    find: `select 'no electric limits for ' || code as violation from catalogue.category c
      where not exists (select from catalogue.electric_limit l where l.electric_class = c.electric_class)`,
  },
  {
    name: 'faults are in words',
    promise: 'each fault code has its cause, part and remedy in words',
    find: `select 'fault ' || f.category || ' ' || f.code || ' names ' || t.kind || ' ' || t.code || ' without words' as violation
      from catalogue.fault f
      cross join lateral (values ('cause', f.cause_code), ('faulty_part', f.faulty_part_code), ('remedy', f.remedy_code)) t (kind, code)
      left join catalogue.fault_term w on w.kind = t.kind and w.code = t.code
      where w.code is null`,
  },
];
