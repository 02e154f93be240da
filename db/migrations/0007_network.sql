-- The service network: regions, cities, territories and their cells, outlets, engineers, mobile stations.
-- Names of engineers are staff data; their phones are kept as a keyed hash only.

create schema network;

create table network.region (
  id uuid primary key,
  name text not null unique
);

create table network.city (
  id uuid primary key,
  region_id uuid not null references network.region (id),
  name text not null unique,
  -- administrative division code; price lists go by it
  region_code text not null check (region_code ~ '^\d{6}$')
);
create index city_name on network.city (name, id);
create index city_region on network.city (region_id, name, id);

create table network.territory (
  id uuid primary key,
  city_id uuid not null references network.city (id),
  name text not null,
  -- IANA name: wall-clock rules of everything in the territory go by it
  zone text not null,
  market_tier smallint not null check (market_tier between 1 and 3),
  -- the staff user who answers for the territory's orders from first contact to closure
  order_owner_id uuid not null,
  unique (city_id, name)
);
create index territory_name on network.territory (name, id);

-- An H3 cell of resolution 8 belongs to exactly one territory.
create table network.cell (
  cell text primary key check (cell ~ '^88[0-9a-f]{13}$'),
  territory_id uuid not null references network.territory (id)
);
create index cell_territory on network.cell (territory_id);

create table network.outlet (
  id uuid primary key,
  name text not null,
  city_id uuid not null references network.city (id),
  -- the territories it covers, all in its city
  territory_ids uuid[] not null check (cardinality(territory_ids) > 0),
  tier text not null check (tier in ('special', 'star', 'community', 'technical')),
  status text not null check (status in ('active', 'rectifying', 'terminated')),
  status_reason text,
  stars smallint not null check (stars between 1 and 5),
  market_tier smallint not null check (market_tier between 1 and 3),
  -- product categories, codes of the catalogue
  categories text[] not null,
  -- a staff user
  manager_id uuid,
  lat double precision not null,
  lng double precision not null,
  quality_certificate_until date,
  opened_on date not null,
  version integer not null default 1,
  -- bigrams of the name
  search tsvector not null
);
create index outlet_name on network.outlet (name, id);
create index outlet_newest on network.outlet (opened_on desc, id desc);
create index outlet_stars on network.outlet (stars desc, id desc);
create index outlet_city on network.outlet (city_id, name, id);
create index outlet_territories on network.outlet using gin (territory_ids);
create index outlet_search on network.outlet using gin (search);

create sequence network.licence_seq;

create table network.engineer (
  id uuid primary key,
  user_id uuid not null unique,
  name text not null,
  -- hash of the phone under a key of this installation
  phone_hash bytea not null,
  outlet_id uuid not null references network.outlet (id),
  -- home territory
  territory_id uuid not null references network.territory (id),
  home_lat double precision not null,
  home_lng double precision not null,
  grade text not null check (grade in ('D', 'C', 'B', 'A', 'A+')),
  standing text not null check (standing in ('exemplary', 'normal', 'warning', 'suspended', 'revoked')),
  standing_reason text,
  -- who set the standing: revoking takes another person than suspending
  standing_by uuid,
  stars smallint not null check (stars between 1 and 5),
  licence_number text not null unique default 'SL' || lpad(nextval('network.licence_seq')::text, 7, '0'),
  licence_points smallint not null check (licence_points between 0 and 12),
  -- the last day the licence holds
  licence_expires_on date not null,
  joined_on date not null,
  -- the first day without work
  left_on date check (left_on >= joined_on),
  -- { week: [{ weekday, hours }], exceptions: [{ date, hours | null }] }
  shifts jsonb not null,
  version integer not null default 1,
  -- bigrams of the name
  search tsvector not null
);
-- a phone may come back with its owner
create unique index engineer_phone on network.engineer (phone_hash) where left_on is null;
create index engineer_name on network.engineer (name, id);
create index engineer_newest on network.engineer (joined_on desc, id desc);
create index engineer_stars on network.engineer (stars desc, id desc);
create index engineer_points on network.engineer (licence_points, id);
create index engineer_outlet on network.engineer (outlet_id, name, id);
create index engineer_territory on network.engineer (territory_id, name, id);
create index engineer_search on network.engineer using gin (search);

create table network.certificate (
  id uuid primary key,
  engineer_id uuid not null references network.engineer (id),
  -- what it allows: `product` is the skill in a product category
  code text not null,
  category text,
  level text check (level in ('junior', 'intermediate', 'senior')),
  number text not null,
  issued_on date not null,
  -- the last day it holds
  expires_on date not null,
  unique (code, number),
  check (issued_on <= expires_on),
  check ((code = 'product') = (category is not null)),
  check ((code = 'product') = (level is not null))
);
create index certificate_engineer on network.certificate (engineer_id);
create index certificate_expiry on network.certificate (expires_on);

create table network.absence (
  id uuid primary key,
  engineer_id uuid not null references network.engineer (id),
  kind text not null check (kind in ('leave', 'sick', 'training', 'other')),
  start_at timestamptz not null,
  end_at timestamptz not null,
  reported_at timestamptz not null,
  reported_by uuid,
  check (start_at < end_at)
);
create index absence_engineer on network.absence (engineer_id, end_at);

create table network.station (
  id uuid primary key,
  name text not null,
  territory_id uuid not null references network.territory (id),
  outlet_id uuid not null references network.outlet (id),
  -- number plate
  vehicle text not null unique,
  -- its engineers
  crew uuid[] not null,
  -- [{ weekday, startMinute, endMinute, community, point }]
  posts jsonb not null,
  -- H3 cells of resolution 8 it serves
  cells text[] not null
);
create index station_name on network.station (name, id);
create index station_territory on network.station (territory_id, name, id);
create index station_cells on network.station using gin (cells);
create index station_crew on network.station using gin (crew);
