-- What stands in the homes, what was done to it, and who pays for the next repair.

create schema appliances;

create table appliances.appliance (
  id uuid primary key,
  brand text not null,
  -- upper case; null until somebody has read it
  serial text,
  model_id uuid,
  category text not null,
  household_id uuid,
  customer_id uuid,
  made_on date,
  factory text,
  line text,
  batch text,
  bought_on date,
  invoice_number text,
  invoice_fen bigint check (invoice_fen >= 0),
  delivered_on date,
  installed_on date,
  -- the engineer
  installed_by uuid,
  connected boolean not null,
  -- the unit this one was given for; the guarantee starts again on that day
  exchange_of uuid references appliances.appliance (id),
  exchanged_on date,
  retired_on date,
  registered_at timestamptz not null,
  version integer not null,
  check ((exchange_of is null) = (exchanged_on is null)),
  check (invoice_number is null or bought_on is not null),
  check (bought_on is null or made_on is null or bought_on >= made_on)
);
create unique index appliance_serial on appliances.appliance (serial, brand) where serial is not null;
create unique index appliance_exchange on appliances.appliance (exchange_of) where exchange_of is not null;
create index appliance_household on appliances.appliance (household_id, registered_at, id);
create index appliance_customer on appliances.appliance (customer_id, registered_at, id);
create index appliance_model on appliances.appliance (model_id);

-- Append-only.
create table appliances.service_record (
  id uuid primary key,
  appliance_id uuid not null references appliances.appliance (id),
  work_order_id uuid not null,
  kind text not null,
  fault_code text,
  outcome text not null check (outcome in ('done', 'failed')),
  -- handed over for repair; the same as `at` when it was done at once
  received_at timestamptz not null,
  at timestamptz not null,
  -- calendar days between the two: the guarantee grows by them
  days_in_repair integer not null check (days_in_repair >= 0),
  delayed_by text check (delayed_by in ('part', 'repairer')),
  check (received_at <= at),
  unique (appliance_id, work_order_id, kind)
);

create function appliances.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the service history is only ever added to';
end $$;

create trigger append_only before update or delete on appliances.service_record
  for each row execute function appliances.append_only();

create table appliances.extended_warranty (
  id uuid primary key,
  appliance_id uuid not null references appliances.appliance (id),
  contract_number text not null unique,
  covers text not null check (covers in ('whole_unit', 'main_parts')),
  starts_on date not null,
  -- last day of cover
  until_on date not null,
  check (until_on >= starts_on)
);
create index extended_warranty_appliance on appliances.extended_warranty (appliance_id);

-- The three guarantees, by the state's list of goods and the day of purchase.
create table appliances.warranty_policy (
  policy_version text not null,
  effective_from date not null,
  goods_code text not null,
  unit_months smallint not null check (unit_months > 0),
  main_part_months smallint not null check (main_part_months >= unit_months),
  main_parts text[] not null,
  -- free repair of a main part includes the labour once the whole unit is out
  main_part_labour boolean not null,
  refund_days smallint not null,
  exchange_days smallint not null,
  failed_repairs smallint not null,
  holds_days smallint not null,
  part_wait_days smallint not null,
  repairer_delay_days smallint not null,
  depreciation_per_day_bp smallint not null check (depreciation_per_day_bp >= 0),
  primary key (goods_code, effective_from)
);

-- Without an invoice the guarantee starts this long after production.
create table appliances.no_invoice_rule (
  brand text not null,
  effective_from date not null,
  months_after_production smallint not null check (months_after_production >= 0),
  primary key (brand, effective_from)
);
