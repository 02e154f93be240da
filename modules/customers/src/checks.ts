import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const customersChecks: readonly DoctorCheck[] = [
  {
    name: 'customers have a home, homes have customers',
    promise: 'every customer belongs to a household and no household is empty',
    find: `select 'customer ' || id || ' belongs to no household' as violation from customers.customer c
      where not exists (select from customers.household_member m where m.customer_id = c.id)
      union all
      select 'household ' || id || ' has no member' from customers.household h
      where not exists (select from customers.household_member m where m.household_id = h.id)`,
  },
  {
    name: 'erased means erased',
    promise: 'an erased customer left a record and no door behind which nobody else lives',
    find: `select 'customer ' || c.id || ' was erased without a record' as violation from customers.customer c
      left join customers.erasure e on e.customer_id = c.id where c.erased_at is not null and e.customer_id is null
      union all
      select 'household ' || h.id || ' keeps the door of erased customers' from customers.household h
      where h.door_sealed is not null and not exists (select from customers.household_member m
        join customers.customer c on c.id = m.customer_id where m.household_id = h.id and c.erased_at is null)`,
  },
  {
    name: 'sealed with known keys',
    promise: 'every row is sealed with a key the vault still counts on',
    find: `select k.what || ' rows are sealed with the forgotten key ' || k.key_id as violation
      from (select distinct 'customer' as what, key_id from customers.customer where erased_at is null
        union select distinct 'household', key_id from customers.household where door_sealed is not null
        union select 'hash key', key_id from customers.hash_key) k
      where not exists (select from customers.vault_key v where v.key_id = k.key_id)`,
  },
  {
    name: 'service rests on the contract',
    promise: 'every customer has the contract as the basis of service',
    find: `select 'customer ' || id || ' has no basis for service' as violation from customers.customer c
      where not exists (select from customers.consent where customer_id = c.id and purpose = 'service')`,
  },
];
