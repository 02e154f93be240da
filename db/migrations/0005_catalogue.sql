-- What the brand sells and how it is served: categories, models, faults, work types, prices, safety limits.

create schema catalogue;

create table catalogue.category (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  -- row of the electric limits that holds for it
  electric_class text not null,
  position smallint not null
);

create table catalogue.product_model (
  id uuid primary key,
  brand text not null,
  code text not null,
  category text not null references catalogue.category (code),
  name_zh text not null,
  name_en text not null,
  on_market_from date not null,
  on_market_to date,
  -- entry of the state's list of guaranteed goods; null: only the brand's promise holds
  goods_code text,
  serial_format text not null check (serial_format in ('coded20', 'free')),
  -- first nine characters of its serial numbers
  product_code text unique check (product_code ~ '^[A-Z0-9]{9}$'),
  rated_watts integer not null check (rated_watts > 0),
  -- certificates every work on it needs
  skills text[] not null,
  search tsvector not null,
  unique (brand, code),
  check (on_market_to is null or on_market_to >= on_market_from),
  check (serial_format = 'free' or product_code is not null)
);
create index product_model_category on catalogue.product_model (category, code, id);
create index product_model_code on catalogue.product_model (code, id);
create index product_model_search on catalogue.product_model using gin (search);

-- What the brand promises beyond the law, by the date of purchase; a row without a model holds for the category.
create table catalogue.warranty_promise (
  brand text not null,
  category text not null references catalogue.category (code),
  model_code text not null default '',
  bought_from date not null,
  bought_to date,
  unit_months smallint not null check (unit_months >= 0),
  main_part_months smallint not null check (main_part_months >= unit_months),
  main_parts text[] not null,
  primary key (brand, category, model_code, bought_from),
  check (bought_to is null or bought_to >= bought_from)
);

create table catalogue.symptom (
  category text not null references catalogue.category (code),
  code text not null,
  name_zh text not null,
  name_en text not null,
  -- danger to people: goes before every other symptom
  urgent boolean not null,
  difficulty smallint not null check (difficulty between 1 and 4),
  skills text[] not null,
  probable_parts text[] not null,
  -- how customers say it; the pattern language stands in the module's README
  phrases text[] not null,
  position smallint not null,
  primary key (category, code)
);

-- The words of fault codes.
create table catalogue.fault_term (
  kind text not null check (kind in ('cause', 'faulty_part', 'remedy')),
  code text not null,
  name_zh text not null,
  name_en text not null,
  primary key (kind, code)
);

create table catalogue.fault (
  category text not null,
  code text not null,
  symptom_code text not null,
  cause_code text not null,
  faulty_part_code text not null,
  remedy_code text not null,
  repair_class text not null check (repair_class in ('major', 'medium', 'minor', 'adjust')),
  primary key (category, code),
  foreign key (category, symptom_code) references catalogue.symptom (category, code)
);

create table catalogue.work_type (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  position smallint not null,
  -- steps of the visit with their evidence, in their order
  checklist jsonb not null,
  -- evidence without which the order does not complete
  evidence text[] not null,
  -- conditions the server checks before completion, whatever the order's source
  gates text[] not null
);

create table catalogue.work_norm (
  work_type text not null references catalogue.work_type (code),
  category text not null references catalogue.category (code),
  standard_seconds integer not null check (standard_seconds >= 60),
  limit_seconds integer not null check (limit_seconds >= standard_seconds),
  difficulty smallint not null check (difficulty between 1 and 4),
  skills text[] not null,
  primary key (work_type, category)
);

create table catalogue.price_list (
  id uuid primary key,
  -- CN: the whole country
  region_code text not null,
  effective_from date not null,
  state text not null check (state in ('draft', 'published')),
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  version integer not null,
  check ((state = 'published') = (published_at is not null))
);
create unique index price_list_published on catalogue.price_list (region_code, effective_from) where state = 'published';
create index price_list_newest on catalogue.price_list (effective_from, id);

create table catalogue.price_line (
  price_list_id uuid not null references catalogue.price_list (id),
  code text not null,
  kind text not null check (kind in ('labour', 'material', 'part', 'extra', 'travel')),
  -- null: for every category, work type
  category text references catalogue.category (code),
  work_type text references catalogue.work_type (code),
  repair_class text check (repair_class in ('major', 'medium', 'minor', 'adjust')),
  name_zh text not null,
  name_en text not null,
  unit text not null,
  unit_fen bigint not null check (unit_fen >= 0),
  primary key (price_list_id, code)
);

-- What a published list says once, it says for ever.
create function catalogue.keep_published() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'price_list' then
    if old.state = 'published' then raise exception 'price list % is published', old.id; end if;
  elsif exists (
    select from catalogue.price_list p
    where p.state = 'published' and p.id = case when tg_op = 'DELETE' then old.price_list_id else new.price_list_id end
  ) then
    raise exception 'the lines of a published price list do not change';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;

create trigger keep_published before update or delete on catalogue.price_list
  for each row execute function catalogue.keep_published();
create trigger keep_published before insert or update or delete on catalogue.price_line
  for each row execute function catalogue.keep_published();

-- Limits of the electric safety test, dated.
create table catalogue.electric_limit (
  effective_from date not null,
  electric_class text not null,
  voltage_minimum_volts double precision not null,
  voltage_maximum_volts double precision not null check (voltage_maximum_volts > voltage_minimum_volts),
  -- null: double insulated, has no earth
  earth_maximum_ohms double precision,
  protective_conductor_maximum_ohms double precision,
  neutral_to_earth_maximum_volts double precision,
  insulation_minimum_megohms double precision not null,
  leakage_maximum_milliamps double precision not null,
  -- heaters: the limit grows with the rated power, from this up to the maximum
  leakage_milliamps_per_kw double precision,
  rcd_trip_maximum_seconds double precision not null,
  primary key (effective_from, electric_class)
);
