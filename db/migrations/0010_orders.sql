-- Work orders, visits, the journey. A territory, outlet and engineer id stands on every row that lists filter by.

create schema orders;

create sequence orders.number_seq;

create table orders.work_order (
  id uuid primary key,
  -- what people say: date and sequence, gaps allowed
  number text not null unique,
  state text not null,
  hold text,
  hold_reason text,
  request_id uuid,
  customer_id uuid not null,
  household_id uuid not null,
  appliance_id uuid,
  territory_id uuid not null,
  outlet_id uuid,
  engineer_id uuid,
  -- one person from first contact to closure
  owner_id uuid not null,
  -- the current visit
  visit_id uuid,
  visit_count smallint not null default 0,
  rework_of uuid references orders.work_order (id),
  work_type text not null,
  category text not null,
  product_model_id uuid,
  symptom_code text,
  difficulty smallint not null check (difficulty between 1 and 4),
  standard_seconds integer not null,
  limit_seconds integer not null,
  response_seconds integer not null,
  priority smallint not null,
  skills text[] not null,
  cover text not null,
  description text not null,
  lat double precision not null,
  lng double precision not null,
  district_code text not null,
  community text not null,
  window_start_at timestamptz,
  window_end_at timestamptz,
  -- when something is due next: the window's end, else the response limit
  due_at timestamptz not null,
  next_action text not null,
  next_by text not null,
  urge_count integer not null default 0,
  opened_at timestamptz not null,
  completed_at timestamptz,
  closed_at timestamptz,
  version integer not null,
  journey_seq integer not null,
  journey_hash bytea not null,
  -- bigrams of number, words and community
  search tsvector not null,
  check ((window_start_at is null) = (window_end_at is null)),
  check (window_start_at < window_end_at),
  check ((engineer_id is null) = (outlet_id is null))
);

create index work_order_due on orders.work_order (territory_id, due_at, id)
  where state not in ('completed', 'confirmed', 'closed', 'solved_remotely', 'cancelled');
create index work_order_all_due on orders.work_order (due_at, id)
  where state not in ('completed', 'confirmed', 'closed', 'solved_remotely', 'cancelled');
create index work_order_newest on orders.work_order (opened_at, id);
create index work_order_territory_newest on orders.work_order (territory_id, opened_at, id);
create index work_order_outlet on orders.work_order (outlet_id, opened_at, id);
create index work_order_engineer on orders.work_order (engineer_id, opened_at, id);
create index work_order_customer on orders.work_order (customer_id, opened_at, id);
create index work_order_visit on orders.work_order (visit_id);
create index work_order_appliance on orders.work_order (appliance_id, opened_at) where appliance_id is not null;
create index work_order_search on orders.work_order using gin (search);

create table orders.visit (
  id uuid primary key,
  sequence smallint not null,
  state text not null,
  work_order_ids uuid[] not null,
  customer_id uuid not null,
  engineer_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  lat double precision not null,
  lng double precision not null,
  district_code text not null,
  community text not null,
  planned_start_at timestamptz not null,
  planned_end_at timestamptz not null,
  departed_at timestamptz,
  arrived_at timestamptz,
  began_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  version integer not null,
  check (planned_start_at < planned_end_at)
);
create index visit_engineer_day on orders.visit (engineer_id, planned_start_at);
create index visit_territory_day on orders.visit (territory_id, planned_start_at);

-- Append-only story of an order; each entry's hash covers the one before.
create table orders.journey (
  work_order_id uuid not null references orders.work_order (id),
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  actor_id uuid,
  actor_role text not null,
  facts jsonb not null,
  hash bytea not null,
  primary key (work_order_id, seq)
);

-- How many orders are in which state, kept as changes and folded together now and then, so that counting a
-- million orders is a short sum and no two transactions wait for each other.
create table orders.state_count (
  territory_id uuid not null,
  state text not null,
  hold text,
  -- UTC date of opening
  opened_on date not null,
  change integer not null
);
create index state_count_key on orders.state_count (territory_id, opened_on);

create function orders.count_state() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.state, old.territory_id) = (new.state, new.territory_id)
     and old.hold is not distinct from new.hold then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    insert into orders.state_count values
      (old.territory_id, old.state, old.hold, (old.opened_at at time zone 'UTC')::date, -1);
  end if;
  insert into orders.state_count values
    (new.territory_id, new.state, new.hold, (new.opened_at at time zone 'UTC')::date, 1);
  return null;
end $$;

create trigger count_state after insert or update of state, hold, territory_id on orders.work_order
  for each row execute function orders.count_state();

create index work_order_territory_window on orders.work_order (territory_id, window_start_at)
  where state in ('open', 'offered', 'assigned', 'scheduled', 'en_route', 'on_site', 'in_service');
