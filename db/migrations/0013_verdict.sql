-- What the customer says about the work: completion codes, ratings, follow-ups, complaints.

create schema verdict;

create function verdict.forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is forbidden: what a customer said stays', lower(tg_op), tg_table_name;
end $$;

-- The one-time code the customer gives when the work is done. Only its hash under the vault's key is kept.
create table verdict.completion_code (
  work_order_id uuid primary key,
  hash bytea not null,
  issued_at timestamptz not null,
  wrong_tries smallint not null default 0,
  -- wall time, like every lock-out
  locked_until timestamptz,
  used_at timestamptz
);

-- One per order, by the customer, or neutral after the follow-up. Never deleted (e-commerce law, Art. 39).
create table verdict.rating (
  work_order_id uuid primary key,
  -- 1 for the first, counted up by each change
  revision integer not null,
  neutral boolean not null,
  stars smallint check (stars between 1 and 5),
  promptness smallint check (promptness between 1 and 5),
  skill smallint check (skill between 1 and 5),
  manner smallint check (manner between 1 and 5),
  price_clarity smallint check (price_clarity between 1 and 5),
  cleanliness smallint check (cleanliness between 1 and 5),
  tags text[] not null,
  words text not null,
  photo_hashes text[] not null,
  -- false while it is under verification
  counts boolean not null default true,
  customer_id uuid not null,
  engineer_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  -- first given by the customer
  rated_at timestamptz,
  neutral_at timestamptz,
  changed_at timestamptz not null,
  check (neutral = (stars is null)),
  check (neutral or rated_at is not null)
);
create index rating_engineer on verdict.rating (engineer_id, changed_at);
create index rating_outlet on verdict.rating (outlet_id, changed_at);
create trigger keep before delete or truncate on verdict.rating
  for each statement execute function verdict.forbid_change();

create table verdict.rating_history (
  work_order_id uuid not null,
  revision integer not null,
  neutral boolean not null,
  stars smallint,
  promptness smallint,
  skill smallint,
  manner smallint,
  price_clarity smallint,
  cleanliness smallint,
  tags text[] not null,
  words text not null,
  photo_hashes text[] not null,
  given_at timestamptz not null,
  primary key (work_order_id, revision)
);
create trigger keep before update or delete or truncate on verdict.rating_history
  for each statement execute function verdict.forbid_change();

-- Published: the current verdict of an order, for pay and for figures.
create view verdict.order_verdict as
  select work_order_id, revision, neutral, stars, counts, engineer_id, outlet_id, territory_id, changed_at
  from verdict.rating;

create table verdict.follow_up (
  work_order_id uuid primary key,
  -- open, refill (the report goes back to the engineer), answered, ended
  state text not null check (state in ('open', 'refill', 'answered', 'ended')),
  -- close, redo, rated, neutral
  outcome text check (outcome in ('close', 'redo', 'rated', 'neutral')),
  note text not null default '',
  rating_asked boolean not null default false,
  rework_id uuid,
  customer_id uuid not null,
  engineer_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  ended_at timestamptz,
  check ((state = 'ended') = (ended_at is not null)),
  check (ended_at is null or outcome is not null)
);
create index follow_up_due on verdict.follow_up (due_at, work_order_id) where state in ('open', 'refill');
create index follow_up_territory_due on verdict.follow_up (territory_id, due_at, work_order_id)
  where state in ('open', 'refill');
create index follow_up_engineer on verdict.follow_up (engineer_id, due_at) where state = 'refill';

create sequence verdict.complaint_number_seq;

create table verdict.complaint (
  id uuid primary key,
  -- C, date and sequence, gaps allowed
  number text not null unique,
  work_order_id uuid not null,
  customer_id uuid not null,
  engineer_id uuid,
  outlet_id uuid,
  territory_id uuid not null,
  severity text not null check (severity in ('severe', 'normal')),
  words text not null,
  opened_by_role text not null,
  opened_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  liable text check (liable in ('engineer', 'outlet', 'brand', 'product', 'logistics', 'customer', 'nobody')),
  judgement text,
  judged_by uuid,
  judged_at timestamptz,
  closed_by_role text,
  closed_at timestamptz,
  version integer not null,
  check ((liable is null) = (judged_at is null)),
  -- judged before it is closed
  check (closed_at is null or judged_at is not null)
);
create index complaint_work_order on verdict.complaint (work_order_id);
create index complaint_open on verdict.complaint (opened_at, id) where closed_at is null;
create index complaint_newest on verdict.complaint (opened_at, id);
create index complaint_customer on verdict.complaint (customer_id, opened_at, id);
create index complaint_engineer on verdict.complaint (engineer_id, opened_at, id);
create index complaint_outlet on verdict.complaint (outlet_id, opened_at, id);
create trigger keep before delete or truncate on verdict.complaint
  for each statement execute function verdict.forbid_change();
