-- The visit on site: one sheet per visit with what holds now, and append-only rows of how it came about.
-- `occurred_at` is the phone's time, `received_at` ours; a phone may have been offline for days between the two.

create schema fieldwork;

create table fieldwork.sheet (
  visit_id uuid primary key,
  work_order_ids uuid[] not null,
  engineer_id uuid not null,
  territory_id uuid not null,
  departed_at timestamptz,
  arrived_at timestamptz,
  began_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('finished', 'cannot_complete')),
  -- from the place to where the engineer said to have arrived
  distance_metres integer,
  accuracy_metres integer,
  -- why the arrival was confirmed from outside the geofence
  outside_reason text,
  door_code text check (door_code in ('verified', 'offline_verified', 'offline_wrong', 'unverified')),
  door_secret bytea not null,
  wrong_door_codes smallint not null default 0,
  five_ones text[],
  -- a phone's clock that ran ahead of ours
  clock_skewed boolean not null default false,
  -- work order id → what holds about its job
  jobs jsonb not null,
  version integer not null,
  check ((ended_at is null) = (ended_how is null))
);
create index sheet_work_order on fieldwork.sheet using gin (work_order_ids);

-- Commands already carried out, for good: a repetition gets the same answer and changes nothing.
create table fieldwork.command (
  command_id uuid primary key,
  visit_id uuid not null,
  kind text not null,
  body_hash bytea not null,
  -- references, codes and numbers, never personal data
  answer jsonb not null,
  actor_role text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  lat double precision,
  lng double precision,
  accuracy_metres double precision
);
create index command_visit on fieldwork.command (visit_id, received_at);
create index command_position on fieldwork.command (received_at) where lat is not null;

create table fieldwork.identification (
  command_id uuid primary key,
  visit_id uuid not null,
  work_order_id uuid not null,
  household_id uuid not null,
  serial_number text not null,
  -- `counterfeit`, `other_model` and `other_household` are evidence cases
  outcome text not null,
  appliance_id uuid,
  occurred_at timestamptz not null
);
create index identification_order on fieldwork.identification (work_order_id);
create index identification_serial on fieldwork.identification (serial_number);

create table fieldwork.electric_test (
  command_id uuid primary key,
  visit_id uuid not null,
  work_order_id uuid not null,
  phase text not null check (phase in ('before', 'after')),
  readings jsonb not null,
  passed boolean not null,
  earth_safe boolean not null,
  hazard_id uuid,
  occurred_at timestamptz not null
);
create index electric_test_order on fieldwork.electric_test (work_order_id);

-- What the customer was told and signed (隐患告知书).
create table fieldwork.hazard (
  id uuid primary key,
  visit_id uuid not null,
  work_order_id uuid not null,
  household_id uuid not null,
  territory_id uuid not null,
  items text[] not null,
  unsafe_earth boolean not null,
  concerns_building boolean not null,
  photo_hash text not null,
  signature_hash text not null,
  occurred_at timestamptz not null
);
create index hazard_order on fieldwork.hazard (work_order_id);

-- The last version of an order is the one that counts.
create table fieldwork.quote (
  work_order_id uuid not null,
  version smallint not null,
  visit_id uuid not null,
  lines jsonb not null,
  total_fen bigint not null check (total_fen >= 0),
  price_list_version text not null,
  state text not null check (state in ('given', 'approved', 'refused')),
  -- `customer` on their own screen, or `signature` on the engineer's, to be confirmed by message
  decided_by text check (decided_by in ('customer', 'signature')),
  signature_hash text,
  given_at timestamptz not null,
  decided_at timestamptz,
  primary key (work_order_id, version),
  check ((state = 'given') = (decided_at is null)),
  check ((decided_by = 'signature') = (signature_hash is not null) or decided_by is null)
);

create table fieldwork.part_used (
  command_id uuid not null,
  line smallint not null,
  visit_id uuid not null,
  work_order_id uuid not null,
  part_code text not null,
  quantity integer not null check (quantity > 0),
  new_serial text,
  old_serial text,
  -- a "new" serial that was built in before
  seen_before boolean not null,
  occurred_at timestamptz not null,
  primary key (command_id, line)
);
create index part_used_order on fieldwork.part_used (work_order_id);
create index part_used_new_serial on fieldwork.part_used (new_serial) where new_serial is not null;

-- Which photo or signature proves what.
create table fieldwork.evidence (
  work_order_id uuid not null,
  -- `step:<code>`, `meter`, `hazard`, `signature`
  purpose text not null,
  hash text not null,
  visit_id uuid not null,
  -- another order that showed the same photo before
  duplicate_of uuid,
  occurred_at timestamptz not null,
  primary key (work_order_id, purpose, hash)
);
create index evidence_hash on fieldwork.evidence (hash);

-- Steps the customer says were not done.
create table fieldwork.missing_step (
  work_order_id uuid not null,
  step_code text not null,
  visit_id uuid not null,
  customer_id uuid not null,
  marked_at timestamptz not null,
  primary key (work_order_id, step_code)
);
