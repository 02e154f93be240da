-- Where engineers are on their way to a visit. Positions come many times a minute from many phones: one statement a batch, no
-- event, no audit row; who said it and when stands in the row itself.

create table fieldwork.position (
  engineer_id uuid not null,
  -- the phone's time; the same position sent again is the same row
  at timestamptz not null,
  visit_id uuid not null,
  received_at timestamptz not null,
  lat double precision not null,
  lng double precision not null,
  accuracy_metres real not null,
  primary key (engineer_id, at)
);
-- rows come about in the order of time, and are forgotten in it
create index position_received on fieldwork.position using brin (received_at);

-- The newest of each engineer, where every screen looks.
create table fieldwork.last_position (
  engineer_id uuid primary key,
  visit_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  at timestamptz not null,
  lat double precision not null,
  lng double precision not null,
  accuracy_metres real not null,
  -- the place the visit goes to
  to_lat double precision not null,
  to_lng double precision not null
) with (fillfactor = 50);
create index last_position_territory on fieldwork.last_position (territory_id, engineer_id);
create index last_position_outlet on fieldwork.last_position (outlet_id, engineer_id);
