-- What every module stands on: time, events, the audit trail, replayed answers, media.

create schema platform;

-- One row: business time = business_anchor + (wall - wall_anchor) * factor.
create table platform.business_clock (
  only_row boolean primary key default true check (only_row),
  wall_anchor timestamptz not null,
  business_anchor timestamptz not null,
  factor integer not null check (factor in (0, 1, 10, 60)),
  -- wall time at which a server last showed that it runs; the clock stands still while none does
  seen_at timestamptz not null,
  -- in production business time is wall time for good
  production boolean not null default false,
  check (not production or factor = 1)
);

-- Facts on their way to their subscribers. Rows are taken by deletion, never by "id greater than the last".
create table platform.outbox (
  id bigint generated always as identity primary key,
  event text not null,
  payload jsonb not null,
  -- what screens should look at again: "work-order:<id>"
  screen_topics text[] not null default '{}'
);

-- What becomes due by the business clock; becomes a job when it is.
create table platform.timer (
  key text primary key,
  due_at timestamptz not null,
  task text not null,
  payload jsonb not null
);
create index timer_due on platform.timer (due_at);

-- SLA clocks of all modules. Open = not stopped; every open, unpaused, unbreached clock has its timer.
create table platform.sla_clock (
  id uuid primary key,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  territory_id uuid,
  -- who must act: "engineer:<id>", "role:dispatcher"
  owner text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  warn_at timestamptz not null,
  warned_at timestamptz,
  breached_at timestamptz,
  paused_at timestamptz,
  pause_reason text,
  stopped_at timestamptz
);
create unique index sla_clock_open on platform.sla_clock (subject_id, kind) where stopped_at is null;
create index sla_clock_subject on platform.sla_clock (subject_id);
create index sla_clock_territory_due on platform.sla_clock (territory_id, due_at) where stopped_at is null;

-- Who did what. Inserted unchained; the sealer chains finished transactions in batches.
create table platform.audit (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  actor_id uuid,
  actor_role text not null,
  action text not null,
  subject_type text not null,
  subject_id text,
  request_id text not null,
  remote_address text,
  before jsonb,
  after jsonb
);
create index audit_xid on platform.audit (xid, id);
create index audit_subject on platform.audit (subject_id, id);

-- A seal covers every audit row of the transactions in [from_xid, to_xid); hash includes the seal before.
create table platform.audit_seal (
  seq bigint primary key,
  from_xid xid8 not null,
  to_xid xid8 not null,
  row_count integer not null,
  hash bytea not null,
  sealed_at timestamptz not null
);

create function platform.audit_digest(from_xid xid8, to_xid xid8, previous bytea,
    out row_count integer, out hash bytea)
language sql stable as $$
  select count(*)::integer,
    sha256(coalesce(previous, ''::bytea) || coalesce(string_agg(sha256(convert_to(concat_ws('|',
      id, extract(epoch from at), actor_id, actor_role, action, subject_type, subject_id, request_id,
      remote_address, before::text, after::text), 'UTF8')), ''::bytea order by xid, id), ''::bytea))
  from platform.audit where xid >= from_xid and xid < to_xid
$$;

-- Answers already given, by key, kept 24 hours of wall time.
create table platform.idempotency (
  actor_id text not null,
  route text not null,
  key text not null,
  body_hash bytea not null,
  status smallint not null,
  answer jsonb,
  created_at timestamptz not null default clock_timestamp(),
  constraint idempotency_pkey primary key (actor_id, route, key)
);
create index idempotency_created on platform.idempotency (created_at);

-- Files by content; the bytes lie in the media store.
create table platform.media (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  byte_size integer not null,
  content_type text not null,
  uploaded_by text not null,
  received_at timestamptz not null
);

-- Where a file is used: it may be read by whoever may see one of its subjects.
create table platform.media_link (
  hash text not null references platform.media (hash),
  subject_type text not null,
  subject_id uuid not null,
  primary key (hash, subject_type, subject_id)
);
create index media_link_subject on platform.media_link (subject_id);

create table platform.rate_limit (
  key text primary key,
  window_start timestamptz not null,
  hits integer not null
);
