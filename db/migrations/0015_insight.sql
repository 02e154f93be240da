-- What the owners of rows publish for the figures of the promise. Each view belongs to the module of its schema:
-- its columns are promised to others, the tables behind it are not. None holds personal data.

create view platform.published_clock as
  select kind, subject_type, subject_id, territory_id, started_at, due_at, breached_at, stopped_at
  from platform.sla_clock;

create view requests.published_request as
  select r.id, r.state, r.territory_id, r.outlet_id, r.registered_at,
    (select i.work_order_id from requests.item i where i.request_id = r.id order by i.position limit 1) as work_order_id
  from requests.service_request r;

create view orders.published_order as
  select id, state, request_id, household_id, territory_id, outlet_id, engineer_id, visit_id, rework_of, work_type,
    limit_seconds, window_start_at, window_end_at, due_at, next_action, opened_at, completed_at
  from orders.work_order;

-- A visit counts for each of its orders.
create view orders.published_visit as
  select v.id, one.work_order_id, v.state, v.engineer_id, v.outlet_id, v.territory_id, v.arrived_at, v.ended_at
  from orders.visit v cross join unnest(v.work_order_ids) as one (work_order_id);

create view verdict.published_follow_up as
  select work_order_id, outcome, due_at, answered_at, ended_at from verdict.follow_up;

create view verdict.published_complaint as
  select id, work_order_id, opened_at from verdict.complaint;

-- Figures look at what came to an end within a period.
create index work_order_completed on orders.work_order (completed_at) where completed_at is not null;
create index visit_arrived on orders.visit (arrived_at) where arrived_at is not null;
