-- People and their homes: the only place where names, phones and doors rest, and they rest sealed (AES-256-GCM).
-- Everything ending in _sealed is cipher text, everything ending in _hash or _terms a keyed hash to find it by;
-- key_id says under which key of the vault a row's columns were made.

create schema customers;

-- Keys that rows may still be sealed with: a server that lacks one of them refuses to start.
create table customers.vault_key (
  key_id integer primary key,
  first_used_at timestamptz not null
);

-- Other modules recognise phones they may not keep by a hash they cannot make anew: its key outlives the vault's.
create table customers.hash_key (
  only_row boolean primary key default true check (only_row),
  key_id integer not null,
  key_sealed bytea not null
);

create table customers.customer (
  id uuid primary key,
  key_id integer not null,
  name_sealed bytea,
  phone_sealed bytea,
  phone_hash bytea constraint customer_phone unique,
  last_four_hash bytea,
  -- of every pair of neighbouring characters of the name
  name_terms bytea[] not null,
  registered_at timestamptz not null,
  erased_at timestamptz,
  check ((erased_at is null) = (name_sealed is not null)),
  check ((name_sealed is null) = (phone_sealed is null)),
  check ((name_sealed is null) = (phone_hash is null)),
  check ((name_sealed is null) = (last_four_hash is null)),
  check (erased_at is null or name_terms = '{}')
);
create index customer_last_four on customers.customer (last_four_hash, id);
create index customer_name on customers.customer using gin (name_terms);
create index customer_key on customers.customer (key_id);

create table customers.household (
  id uuid primary key,
  key_id integer not null,
  -- null once everybody who lived there is erased
  door_sealed bytea,
  lat double precision not null,
  lng double precision not null,
  district_code text not null check (district_code ~ '^\d{6}$'),
  community text not null,
  created_at timestamptz not null,
  version integer not null
);
create index household_key on customers.household (key_id);

-- A customer may belong to several households.
create table customers.household_member (
  household_id uuid not null references customers.household (id),
  customer_id uuid not null references customers.customer (id),
  joined_at timestamptz not null,
  primary key (household_id, customer_id)
);
create index household_member_customer on customers.household_member (customer_id);

-- Every word a customer gave on a purpose; the last one counts.
create table customers.consent (
  id bigint generated always as identity primary key,
  customer_id uuid not null references customers.customer (id),
  purpose text not null,
  basis text not null check (basis in ('contract', 'consent')),
  granted boolean not null,
  -- of the wording the customer saw
  version text not null,
  at timestamptz not null,
  actor_role text not null,
  check (basis = 'consent' or granted)
);
create index consent_customer on customers.consent (customer_id, purpose, id);

create table customers.erasure (
  customer_id uuid primary key references customers.customer (id),
  at timestamptz not null,
  actor_role text not null,
  actor_id uuid
);
