-- Promises, plans, offers and claims, exceptions.

create schema dispatch;

-- What is booked or held of one arrival window in one territory. The row is the lock that bookings queue on.
create table dispatch.window_load (
  territory_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- seconds of work by pool ("fridge:2": category and difficulty)
  seconds_by_pool jsonb not null default '{}',
  primary key (territory_id, start_at),
  check (start_at < end_at)
);

create table dispatch.slot_hold (
  id uuid primary key,
  work_order_id uuid not null,
  territory_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  pool text not null,
  work_seconds integer not null,
  state text not null check (state in ('held', 'booked', 'released', 'expired')),
  -- wall time: a person decides by the wall
  expires_at timestamptz not null
);
create index slot_hold_running on dispatch.slot_hold (territory_id, start_at, expires_at) where state = 'held';
create index slot_hold_expiry on dispatch.slot_hold (expires_at) where state = 'held';
create index slot_hold_order on dispatch.slot_hold (work_order_id) where state in ('held', 'booked');

-- Why an engineer was chosen, kept with the policy it was decided by.
create table dispatch.decision (
  id uuid primary key,
  work_order_id uuid not null,
  visit_id uuid,
  how text not null,
  decided_at timestamptz not null,
  policy text not null,
  explanation jsonb not null
);
create index decision_order on dispatch.decision (work_order_id, decided_at);

create table dispatch.plan (
  id uuid primary key,
  territory_id uuid not null,
  day date not null,
  state text not null check (state in ('solving', 'proposed', 'applied', 'stale', 'failed')),
  -- fingerprint of the orders and visits it was computed on
  base text not null,
  order_count integer not null,
  engineer_count integer not null,
  travel_seconds integer,
  change_count integer,
  result jsonb,
  created_at timestamptz not null
);
create index plan_territory_day on dispatch.plan (territory_id, day, created_at);

create table dispatch.job_offer (
  id uuid primary key,
  work_order_id uuid not null,
  territory_id uuid not null,
  state text not null check (state in ('open', 'claimed', 'expired', 'withdrawn')),
  round smallint not null,
  round_ends_at timestamptz not null,
  opened_at timestamptz not null,
  claimed_by uuid,
  claimed_at timestamptz,
  -- what a claimer needs to know, without a look at other tables
  summary jsonb not null,
  check ((state = 'claimed') = (claimed_by is not null))
);
create unique index job_offer_open on dispatch.job_offer (work_order_id) where state = 'open';
create index job_offer_territory on dispatch.job_offer (territory_id, id) where state = 'open';

create table dispatch.offer_candidate (
  offer_id uuid not null references dispatch.job_offer (id),
  engineer_id uuid not null,
  -- the round in which the engineer is asked
  round smallint not null,
  distance_metres integer not null,
  primary key (offer_id, engineer_id)
);
create index offer_candidate_engineer on dispatch.offer_candidate (engineer_id, offer_id);

create table dispatch.exception (
  id uuid primary key,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  territory_id uuid,
  owner text not null,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  resolution text
);
create unique index exception_open on dispatch.exception (subject_id, kind) where resolved_at is null;
create index exception_territory on dispatch.exception (territory_id, opened_at, id);
create index job_offer_claimed_by on dispatch.job_offer (claimed_by, claimed_at) where claimed_by is not null;
