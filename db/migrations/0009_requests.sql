-- Service requests: what customers asked, in their words, and what triage made of it.

create schema requests;

create sequence requests.number_seq;

create table requests.service_request (
  id uuid primary key,
  -- what people say: R, date and sequence, gaps allowed
  number text not null unique,
  -- whose external id it is: a channel, a partner, an import; upserts go by it
  source text not null,
  external_id text,
  channel text not null,
  state text not null
    check (state in ('registered', 'triaged', 'awaiting_call_back', 'closed', 'cancelled')),
  customer_id uuid not null,
  household_id uuid not null,
  territory_id uuid not null,
  -- the outlet that filed it
  outlet_id uuid,
  -- one person from first contact to closure
  owner_id uuid not null,
  -- who was asked to take it over and has not answered yet
  offered_owner_id uuid,
  -- the customer's words, phone numbers masked
  words text not null,
  hazard boolean not null,
  urgent boolean not null,
  photos text[] not null,
  wished_windows jsonb not null,
  suspected_duplicate_of uuid[] not null,
  lat double precision not null,
  lng double precision not null,
  district_code text not null,
  community text not null,
  registered_at timestamptz not null,
  triaged_at timestamptz,
  advice text,
  advised_at timestamptz,
  -- by when the request itself needs somebody: its triage, or the call-back after advice
  due_at timestamptz,
  cancel_reason text,
  closed_at timestamptz,
  version integer not null,
  -- bigrams of words and community
  search tsvector not null,
  check (state <> 'awaiting_call_back' or advice is not null),
  check ((state in ('registered', 'awaiting_call_back')) = (due_at is not null)),
  check ((state in ('closed', 'cancelled')) = (closed_at is not null)),
  check ((state = 'cancelled') = (cancel_reason is not null))
);

create unique index service_request_external on requests.service_request (source, external_id)
  where external_id is not null;
create index service_request_newest on requests.service_request (registered_at, id);
create index service_request_territory on requests.service_request (territory_id, registered_at, id);
create index service_request_customer on requests.service_request (customer_id, registered_at, id);
create index service_request_outlet on requests.service_request (outlet_id, registered_at, id)
  where outlet_id is not null;
create index service_request_household on requests.service_request (household_id, registered_at);
create index service_request_community on requests.service_request (community, district_code);
create index service_request_due on requests.service_request (due_at, id) where due_at is not null;
create index service_request_search on requests.service_request using gin (search);

-- One of the things asked for; becomes one work order.
create table requests.item (
  request_id uuid not null references requests.service_request (id),
  position smallint not null check (position >= 0),
  work_type text not null,
  category text not null,
  appliance_id uuid,
  product_model_id uuid,
  -- as told; the engineer scans the real one
  serial_number text,
  -- as triage predicted it, compared later with what the engineer found
  symptom_code text,
  difficulty smallint not null check (difficulty between 1 and 4),
  standard_seconds integer not null,
  limit_seconds integer not null,
  response_seconds integer not null,
  priority smallint not null,
  skills text[] not null,
  cover text not null,
  price_fen bigint,
  work_order_id uuid unique,
  primary key (request_id, position)
);
