-- A row changed without a change in any column its indexes stand on is written beside its old version and costs no
-- index a thing. An order changes its state about nine times, so no index may stand on the state; and pages keep
-- room for the next version.

-- Whether something is due for the order still: changes once in a life, where the state changes at every step.
alter table orders.work_order add column pending boolean not null generated always as
  (state not in ('completed', 'confirmed', 'closed', 'solved_remotely', 'cancelled')) stored;

drop index orders.work_order_due;
drop index orders.work_order_all_due;
drop index orders.work_order_territory_window;
create index work_order_due on orders.work_order (territory_id, due_at, id) where pending;
create index work_order_all_due on orders.work_order (due_at, id) where pending;
create index work_order_territory_window on orders.work_order (territory_id, window_start_at) where pending;

-- A visit names its orders, and nobody asks for the orders of an appliance.
drop index orders.work_order_visit;
drop index orders.work_order_appliance;

alter table orders.work_order set (fillfactor = 70);
alter table orders.visit set (fillfactor = 70);

-- An entry is written by the statement that moves its order's head, and the doctor compares the two: looking for
-- the order once more at each entry, and locking it, costs more than writing the entry.
alter table orders.journey drop constraint journey_work_order_id_fkey;

create or replace view orders.published_order as
  select id, state, request_id, household_id, territory_id, outlet_id, engineer_id, visit_id, rework_of, work_type,
    limit_seconds, window_start_at, window_end_at, due_at, next_action, opened_at, completed_at, pending
  from orders.work_order;

-- Counts a change only where there is one, and both sides of it at once.
drop trigger count_state on orders.work_order;
drop function orders.count_state();

create function orders.count_opened() returns trigger language plpgsql as $$
begin
  insert into orders.state_count values
    (new.territory_id, new.state, new.hold, (new.opened_at at time zone 'UTC')::date, 1);
  return null;
end $$;

create function orders.count_moved() returns trigger language plpgsql as $$
begin
  insert into orders.state_count values
    (old.territory_id, old.state, old.hold, (old.opened_at at time zone 'UTC')::date, -1),
    (new.territory_id, new.state, new.hold, (new.opened_at at time zone 'UTC')::date, 1);
  return null;
end $$;

create trigger count_opened after insert on orders.work_order
  for each row execute function orders.count_opened();
create trigger count_moved after update of state, hold, territory_id on orders.work_order
  for each row when ((old.state, old.hold, old.territory_id) is distinct from (new.state, new.hold, new.territory_id))
  execute function orders.count_moved();
