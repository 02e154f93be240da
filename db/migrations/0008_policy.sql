-- Dated, versioned policy documents: figures people may change without a new release. A version never changes
-- once it is published; which one was in force at any instant can be told for ever.

create table platform.policy_version (
  -- `<module>.<what>`: the module declares the name, the schema and a first document
  name text not null,
  version integer not null check (version >= 1),
  effective_from timestamptz not null,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  -- null: shipped with the product
  published_by uuid,
  published_at timestamptz not null,
  primary key (name, version)
);

create function platform.refuse_policy_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published policy version never changes: publish another version of %', old.name;
end $$;

create trigger policy_version_stays before update or delete on platform.policy_version
  for each row execute function platform.refuse_policy_change();
