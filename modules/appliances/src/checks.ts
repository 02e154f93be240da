import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const appliancesChecks: readonly DoctorCheck[] = [
  {
    name: 'guarantees grow by the days in repair',
    promise: 'each service record counts the calendar days between being handed over and being done',
    find: `select 'record ' || id || ' of appliance ' || appliance_id || ' counts ' || days_in_repair || ' days' as violation
      from appliances.service_record
      where days_in_repair <> (at at time zone 'Asia/Shanghai')::date - (received_at at time zone 'Asia/Shanghai')::date`,
  },
  {
    name: 'exchanged appliances are retired',
    promise: 'a unit another was given for is out of use from that day',
    find: `select 'appliance ' || old.id || ' was exchanged on ' || new.exchanged_on || ' and is in use' as violation
      from appliances.appliance new join appliances.appliance old on old.id = new.exchange_of
      where old.retired_on is distinct from new.exchanged_on`,
  },
  {
    name: 'guarantees have their rules',
    promise:
      'the law is laid down from one day on for each kind of goods, exchange never shorter than refund',
    find: `select 'guarantee of ' || goods_code || ' from ' || effective_from || ' exchanges for fewer days than it refunds' as violation
      from appliances.warranty_policy where exchange_days < refund_days`,
  },
];
