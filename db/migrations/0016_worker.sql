-- Which job workers live: those of a killed server are found by their silence and their jobs given back.
create table platform.worker (
  name text primary key,
  seen_at timestamptz not null
);
