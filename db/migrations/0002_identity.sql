-- Who is calling: staff accounts, sessions, one-time codes. Phones and names of people live with customers and
-- network; here a person is an id, a user name, or the keyed hash of a phone.

create schema identity;

create table identity.account (
  id uuid primary key,
  user_name text not null unique,
  password_hash text not null,
  role text not null,
  own_id uuid,
  outlet_id uuid,
  territory_ids uuid[] not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null
);

-- The token itself is never stored, only its SHA-256. Times are wall times.
create table identity.session (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null,
  role text not null,
  own_id uuid,
  outlet_id uuid,
  territory_ids uuid[] not null default '{}',
  only_work_order_id uuid,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_by_user on identity.session (user_id, opened_at) where revoked_at is null;
create index session_expiry on identity.session (expires_at);

create table identity.sign_in_code (
  phone_hash bytea not null,
  role text not null,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  wrong_tries smallint not null default 0,
  used_at timestamptz,
  primary key (phone_hash, role)
);

-- Wrong passwords by the keyed hash of the user name, known or not. Times are wall times.
create table identity.lock_out (
  key text primary key,
  wrong_tries smallint not null,
  tried_at timestamptz not null,
  locked_until timestamptz
);

-- Links that open one order for its customer; only the token's SHA-256 is stored. Times are wall times.
create table identity.order_link (
  token_hash bytea primary key,
  work_order_id uuid not null,
  customer_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index order_link_customer on identity.order_link (customer_id);
