-- What the migrations make, printed from pg_catalog. Generated: npm run generate.

create table appliances.appliance (
  id uuid not null,
  brand text not null,
  serial text,
  model_id uuid,
  category text not null,
  household_id uuid,
  customer_id uuid,
  made_on date,
  factory text,
  line text,
  batch text,
  bought_on date,
  invoice_number text,
  invoice_fen bigint,
  delivered_on date,
  installed_on date,
  installed_by uuid,
  connected boolean not null,
  exchange_of uuid,
  exchanged_on date,
  retired_on date,
  registered_at timestamp with time zone not null,
  version integer not null,
  constraint appliance_check CHECK (((exchange_of IS NULL) = (exchanged_on IS NULL))),
  constraint appliance_check1 CHECK (((invoice_number IS NULL) OR (bought_on IS NOT NULL))),
  constraint appliance_check2 CHECK (((bought_on IS NULL) OR (made_on IS NULL) OR (bought_on >= made_on))),
  constraint appliance_exchange_of_fkey FOREIGN KEY (exchange_of) REFERENCES appliances.appliance(id),
  constraint appliance_invoice_fen_check CHECK ((invoice_fen >= 0)),
  constraint appliance_pkey PRIMARY KEY (id)
);
create table appliances.extended_warranty (
  id uuid not null,
  appliance_id uuid not null,
  contract_number text not null,
  covers text not null,
  starts_on date not null,
  until_on date not null,
  constraint extended_warranty_appliance_id_fkey FOREIGN KEY (appliance_id) REFERENCES appliances.appliance(id),
  constraint extended_warranty_check CHECK ((until_on >= starts_on)),
  constraint extended_warranty_contract_number_key UNIQUE (contract_number),
  constraint extended_warranty_covers_check CHECK ((covers = ANY (ARRAY['whole_unit'::text, 'main_parts'::text]))),
  constraint extended_warranty_pkey PRIMARY KEY (id)
);
create table appliances.no_invoice_rule (
  brand text not null,
  effective_from date not null,
  months_after_production smallint not null,
  constraint no_invoice_rule_months_after_production_check CHECK ((months_after_production >= 0)),
  constraint no_invoice_rule_pkey PRIMARY KEY (brand, effective_from)
);
create table appliances.service_record (
  id uuid not null,
  appliance_id uuid not null,
  work_order_id uuid not null,
  kind text not null,
  fault_code text,
  outcome text not null,
  received_at timestamp with time zone not null,
  at timestamp with time zone not null,
  days_in_repair integer not null,
  delayed_by text,
  constraint service_record_appliance_id_fkey FOREIGN KEY (appliance_id) REFERENCES appliances.appliance(id),
  constraint service_record_appliance_id_work_order_id_kind_key UNIQUE (appliance_id, work_order_id, kind),
  constraint service_record_check CHECK ((received_at <= at)),
  constraint service_record_days_in_repair_check CHECK ((days_in_repair >= 0)),
  constraint service_record_delayed_by_check CHECK ((delayed_by = ANY (ARRAY['part'::text, 'repairer'::text]))),
  constraint service_record_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'failed'::text]))),
  constraint service_record_pkey PRIMARY KEY (id)
);
create table appliances.warranty_policy (
  policy_version text not null,
  effective_from date not null,
  goods_code text not null,
  unit_months smallint not null,
  main_part_months smallint not null,
  main_parts text[] not null,
  main_part_labour boolean not null,
  refund_days smallint not null,
  exchange_days smallint not null,
  failed_repairs smallint not null,
  holds_days smallint not null,
  part_wait_days smallint not null,
  repairer_delay_days smallint not null,
  depreciation_per_day_bp smallint not null,
  constraint warranty_policy_check CHECK ((main_part_months >= unit_months)),
  constraint warranty_policy_depreciation_per_day_bp_check CHECK ((depreciation_per_day_bp >= 0)),
  constraint warranty_policy_pkey PRIMARY KEY (goods_code, effective_from),
  constraint warranty_policy_unit_months_check CHECK ((unit_months > 0))
);
create table catalogue.category (
  code text not null,
  name_zh text not null,
  name_en text not null,
  electric_class text not null,
  "position" smallint not null,
  constraint category_pkey PRIMARY KEY (code)
);
create table catalogue.electric_limit (
  effective_from date not null,
  electric_class text not null,
  voltage_minimum_volts double precision not null,
  voltage_maximum_volts double precision not null,
  earth_maximum_ohms double precision,
  protective_conductor_maximum_ohms double precision,
  neutral_to_earth_maximum_volts double precision,
  insulation_minimum_megohms double precision not null,
  leakage_maximum_milliamps double precision not null,
  leakage_milliamps_per_kw double precision,
  rcd_trip_maximum_seconds double precision not null,
  constraint electric_limit_check CHECK ((voltage_maximum_volts > voltage_minimum_volts)),
  constraint electric_limit_pkey PRIMARY KEY (effective_from, electric_class)
);
create table catalogue.fault (
  category text not null,
  code text not null,
  symptom_code text not null,
  cause_code text not null,
  faulty_part_code text not null,
  remedy_code text not null,
  repair_class text not null,
  constraint fault_category_symptom_code_fkey FOREIGN KEY (category, symptom_code) REFERENCES catalogue.symptom(category, code),
  constraint fault_pkey PRIMARY KEY (category, code),
  constraint fault_repair_class_check CHECK ((repair_class = ANY (ARRAY['major'::text, 'medium'::text, 'minor'::text, 'adjust'::text])))
);
create table catalogue.fault_term (
  kind text not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  constraint fault_term_kind_check CHECK ((kind = ANY (ARRAY['cause'::text, 'faulty_part'::text, 'remedy'::text]))),
  constraint fault_term_pkey PRIMARY KEY (kind, code)
);
create table catalogue.price_line (
  price_list_id uuid not null,
  code text not null,
  kind text not null,
  category text,
  work_type text,
  repair_class text,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  unit_fen bigint not null,
  constraint price_line_category_fkey FOREIGN KEY (category) REFERENCES catalogue.category(code),
  constraint price_line_kind_check CHECK ((kind = ANY (ARRAY['labour'::text, 'material'::text, 'part'::text, 'extra'::text, 'travel'::text]))),
  constraint price_line_pkey PRIMARY KEY (price_list_id, code),
  constraint price_line_price_list_id_fkey FOREIGN KEY (price_list_id) REFERENCES catalogue.price_list(id),
  constraint price_line_repair_class_check CHECK ((repair_class = ANY (ARRAY['major'::text, 'medium'::text, 'minor'::text, 'adjust'::text]))),
  constraint price_line_unit_fen_check CHECK ((unit_fen >= 0)),
  constraint price_line_work_type_fkey FOREIGN KEY (work_type) REFERENCES catalogue.work_type(code)
);
create table catalogue.price_list (
  id uuid not null,
  region_code text not null,
  effective_from date not null,
  state text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  published_at timestamp with time zone,
  published_by uuid,
  version integer not null,
  constraint price_list_check CHECK (((state = 'published'::text) = (published_at IS NOT NULL))),
  constraint price_list_pkey PRIMARY KEY (id),
  constraint price_list_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
);
create table catalogue.product_model (
  id uuid not null,
  brand text not null,
  code text not null,
  category text not null,
  name_zh text not null,
  name_en text not null,
  on_market_from date not null,
  on_market_to date,
  goods_code text,
  serial_format text not null,
  product_code text,
  rated_watts integer not null,
  skills text[] not null,
  search tsvector not null,
  constraint product_model_brand_code_key UNIQUE (brand, code),
  constraint product_model_category_fkey FOREIGN KEY (category) REFERENCES catalogue.category(code),
  constraint product_model_check CHECK (((on_market_to IS NULL) OR (on_market_to >= on_market_from))),
  constraint product_model_check1 CHECK (((serial_format = 'free'::text) OR (product_code IS NOT NULL))),
  constraint product_model_pkey PRIMARY KEY (id),
  constraint product_model_product_code_check CHECK ((product_code ~ '^[A-Z0-9]{9}$'::text)),
  constraint product_model_product_code_key UNIQUE (product_code),
  constraint product_model_rated_watts_check CHECK ((rated_watts > 0)),
  constraint product_model_serial_format_check CHECK ((serial_format = ANY (ARRAY['coded20'::text, 'free'::text])))
);
create table catalogue.symptom (
  category text not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  urgent boolean not null,
  difficulty smallint not null,
  skills text[] not null,
  probable_parts text[] not null,
  phrases text[] not null,
  "position" smallint not null,
  constraint symptom_category_fkey FOREIGN KEY (category) REFERENCES catalogue.category(code),
  constraint symptom_difficulty_check CHECK (((difficulty >= 1) AND (difficulty <= 4))),
  constraint symptom_pkey PRIMARY KEY (category, code)
);
create table catalogue.warranty_promise (
  brand text not null,
  category text not null,
  model_code text not null default ''::text,
  bought_from date not null,
  bought_to date,
  unit_months smallint not null,
  main_part_months smallint not null,
  main_parts text[] not null,
  constraint warranty_promise_category_fkey FOREIGN KEY (category) REFERENCES catalogue.category(code),
  constraint warranty_promise_check CHECK ((main_part_months >= unit_months)),
  constraint warranty_promise_check1 CHECK (((bought_to IS NULL) OR (bought_to >= bought_from))),
  constraint warranty_promise_pkey PRIMARY KEY (brand, category, model_code, bought_from),
  constraint warranty_promise_unit_months_check CHECK ((unit_months >= 0))
);
create table catalogue.work_norm (
  work_type text not null,
  category text not null,
  standard_seconds integer not null,
  limit_seconds integer not null,
  difficulty smallint not null,
  skills text[] not null,
  constraint work_norm_category_fkey FOREIGN KEY (category) REFERENCES catalogue.category(code),
  constraint work_norm_check CHECK ((limit_seconds >= standard_seconds)),
  constraint work_norm_difficulty_check CHECK (((difficulty >= 1) AND (difficulty <= 4))),
  constraint work_norm_pkey PRIMARY KEY (work_type, category),
  constraint work_norm_standard_seconds_check CHECK ((standard_seconds >= 60)),
  constraint work_norm_work_type_fkey FOREIGN KEY (work_type) REFERENCES catalogue.work_type(code)
);
create table catalogue.work_type (
  code text not null,
  name_zh text not null,
  name_en text not null,
  "position" smallint not null,
  checklist jsonb not null,
  evidence text[] not null,
  gates text[] not null,
  constraint work_type_pkey PRIMARY KEY (code)
);
create table customers.consent (
  id bigint not null generated always as identity,
  customer_id uuid not null,
  purpose text not null,
  basis text not null,
  granted boolean not null,
  version text not null,
  at timestamp with time zone not null,
  actor_role text not null,
  constraint consent_basis_check CHECK ((basis = ANY (ARRAY['contract'::text, 'consent'::text]))),
  constraint consent_check CHECK (((basis = 'consent'::text) OR granted)),
  constraint consent_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(id),
  constraint consent_pkey PRIMARY KEY (id)
);
create table customers.customer (
  id uuid not null,
  key_id integer not null,
  name_sealed bytea,
  phone_sealed bytea,
  phone_hash bytea,
  last_four_hash bytea,
  name_terms bytea[] not null,
  registered_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  constraint customer_check CHECK (((erased_at IS NULL) = (name_sealed IS NOT NULL))),
  constraint customer_check1 CHECK (((name_sealed IS NULL) = (phone_sealed IS NULL))),
  constraint customer_check2 CHECK (((name_sealed IS NULL) = (phone_hash IS NULL))),
  constraint customer_check3 CHECK (((name_sealed IS NULL) = (last_four_hash IS NULL))),
  constraint customer_check4 CHECK (((erased_at IS NULL) OR (name_terms = '{}'::bytea[]))),
  constraint customer_phone UNIQUE (phone_hash),
  constraint customer_pkey PRIMARY KEY (id)
);
create table customers.erasure (
  customer_id uuid not null,
  at timestamp with time zone not null,
  actor_role text not null,
  actor_id uuid,
  constraint erasure_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(id),
  constraint erasure_pkey PRIMARY KEY (customer_id)
);
create table customers.hash_key (
  only_row boolean not null default true,
  key_id integer not null,
  key_sealed bytea not null,
  constraint hash_key_only_row_check CHECK (only_row),
  constraint hash_key_pkey PRIMARY KEY (only_row)
);
create table customers.household (
  id uuid not null,
  key_id integer not null,
  door_sealed bytea,
  lat double precision not null,
  lng double precision not null,
  district_code text not null,
  community text not null,
  created_at timestamp with time zone not null,
  version integer not null,
  constraint household_district_code_check CHECK ((district_code ~ '^\d{6}$'::text)),
  constraint household_pkey PRIMARY KEY (id)
);
create table customers.household_member (
  household_id uuid not null,
  customer_id uuid not null,
  joined_at timestamp with time zone not null,
  constraint household_member_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(id),
  constraint household_member_household_id_fkey FOREIGN KEY (household_id) REFERENCES customers.household(id),
  constraint household_member_pkey PRIMARY KEY (household_id, customer_id)
);
create table customers.vault_key (
  key_id integer not null,
  first_used_at timestamp with time zone not null,
  constraint vault_key_pkey PRIMARY KEY (key_id)
);
create table dispatch.decision (
  id uuid not null,
  work_order_id uuid not null,
  visit_id uuid,
  how text not null,
  decided_at timestamp with time zone not null,
  policy text not null,
  explanation jsonb not null,
  constraint decision_pkey PRIMARY KEY (id)
);
create table dispatch.exception (
  id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  territory_id uuid,
  owner text not null,
  opened_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolution text,
  constraint exception_pkey PRIMARY KEY (id)
);
create table dispatch.job_offer (
  id uuid not null,
  work_order_id uuid not null,
  territory_id uuid not null,
  state text not null,
  round smallint not null,
  round_ends_at timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  claimed_by uuid,
  claimed_at timestamp with time zone,
  summary jsonb not null,
  constraint job_offer_check CHECK (((state = 'claimed'::text) = (claimed_by IS NOT NULL))),
  constraint job_offer_pkey PRIMARY KEY (id),
  constraint job_offer_state_check CHECK ((state = ANY (ARRAY['open'::text, 'claimed'::text, 'expired'::text, 'withdrawn'::text])))
);
create table dispatch.offer_candidate (
  offer_id uuid not null,
  engineer_id uuid not null,
  round smallint not null,
  distance_metres integer not null,
  constraint offer_candidate_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES dispatch.job_offer(id),
  constraint offer_candidate_pkey PRIMARY KEY (offer_id, engineer_id)
);
create table dispatch.plan (
  id uuid not null,
  territory_id uuid not null,
  day date not null,
  state text not null,
  base text not null,
  order_count integer not null,
  engineer_count integer not null,
  travel_seconds integer,
  change_count integer,
  result jsonb,
  created_at timestamp with time zone not null,
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_state_check CHECK ((state = ANY (ARRAY['solving'::text, 'proposed'::text, 'applied'::text, 'stale'::text, 'failed'::text])))
);
create table dispatch.slot_hold (
  id uuid not null,
  work_order_id uuid not null,
  territory_id uuid not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  pool text not null,
  work_seconds integer not null,
  state text not null,
  expires_at timestamp with time zone not null,
  constraint slot_hold_pkey PRIMARY KEY (id),
  constraint slot_hold_state_check CHECK ((state = ANY (ARRAY['held'::text, 'booked'::text, 'released'::text, 'expired'::text])))
);
create table dispatch.window_load (
  territory_id uuid not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  seconds_by_pool jsonb not null default '{}'::jsonb,
  constraint window_load_check CHECK ((start_at < end_at)),
  constraint window_load_pkey PRIMARY KEY (territory_id, start_at)
);
create table fieldwork.command (
  command_id uuid not null,
  visit_id uuid not null,
  kind text not null,
  body_hash bytea not null,
  answer jsonb not null,
  actor_role text not null,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  lat double precision,
  lng double precision,
  accuracy_metres double precision,
  constraint command_pkey PRIMARY KEY (command_id)
);
create table fieldwork.electric_test (
  command_id uuid not null,
  visit_id uuid not null,
  work_order_id uuid not null,
  phase text not null,
  readings jsonb not null,
  passed boolean not null,
  earth_safe boolean not null,
  hazard_id uuid,
  occurred_at timestamp with time zone not null,
  constraint electric_test_phase_check CHECK ((phase = ANY (ARRAY['before'::text, 'after'::text]))),
  constraint electric_test_pkey PRIMARY KEY (command_id)
);
create table fieldwork.evidence (
  work_order_id uuid not null,
  purpose text not null,
  hash text not null,
  visit_id uuid not null,
  duplicate_of uuid,
  occurred_at timestamp with time zone not null,
  constraint evidence_pkey PRIMARY KEY (work_order_id, purpose, hash)
);
create table fieldwork.hazard (
  id uuid not null,
  visit_id uuid not null,
  work_order_id uuid not null,
  household_id uuid not null,
  territory_id uuid not null,
  items text[] not null,
  unsafe_earth boolean not null,
  concerns_building boolean not null,
  photo_hash text not null,
  signature_hash text not null,
  occurred_at timestamp with time zone not null,
  constraint hazard_pkey PRIMARY KEY (id)
);
create table fieldwork.identification (
  command_id uuid not null,
  visit_id uuid not null,
  work_order_id uuid not null,
  household_id uuid not null,
  serial_number text not null,
  outcome text not null,
  appliance_id uuid,
  occurred_at timestamp with time zone not null,
  constraint identification_pkey PRIMARY KEY (command_id)
);
create table fieldwork.last_position (
  engineer_id uuid not null,
  visit_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  at timestamp with time zone not null,
  lat double precision not null,
  lng double precision not null,
  accuracy_metres real not null,
  to_lat double precision not null,
  to_lng double precision not null,
  constraint last_position_pkey PRIMARY KEY (engineer_id)
);
create table fieldwork.missing_step (
  work_order_id uuid not null,
  step_code text not null,
  visit_id uuid not null,
  customer_id uuid not null,
  marked_at timestamp with time zone not null,
  constraint missing_step_pkey PRIMARY KEY (work_order_id, step_code)
);
create table fieldwork.part_used (
  command_id uuid not null,
  line smallint not null,
  visit_id uuid not null,
  work_order_id uuid not null,
  part_code text not null,
  quantity integer not null,
  new_serial text,
  old_serial text,
  seen_before boolean not null,
  occurred_at timestamp with time zone not null,
  constraint part_used_pkey PRIMARY KEY (command_id, line),
  constraint part_used_quantity_check CHECK ((quantity > 0))
);
create table fieldwork."position" (
  engineer_id uuid not null,
  at timestamp with time zone not null,
  visit_id uuid not null,
  received_at timestamp with time zone not null,
  lat double precision not null,
  lng double precision not null,
  accuracy_metres real not null,
  constraint position_pkey PRIMARY KEY (engineer_id, at)
);
create table fieldwork.quote (
  work_order_id uuid not null,
  version smallint not null,
  visit_id uuid not null,
  lines jsonb not null,
  total_fen bigint not null,
  price_list_version text not null,
  state text not null,
  decided_by text,
  signature_hash text,
  given_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  constraint quote_check CHECK (((state = 'given'::text) = (decided_at IS NULL))),
  constraint quote_check1 CHECK ((((decided_by = 'signature'::text) = (signature_hash IS NOT NULL)) OR (decided_by IS NULL))),
  constraint quote_decided_by_check CHECK ((decided_by = ANY (ARRAY['customer'::text, 'signature'::text]))),
  constraint quote_pkey PRIMARY KEY (work_order_id, version),
  constraint quote_state_check CHECK ((state = ANY (ARRAY['given'::text, 'approved'::text, 'refused'::text]))),
  constraint quote_total_fen_check CHECK ((total_fen >= 0))
);
create table fieldwork.sheet (
  visit_id uuid not null,
  work_order_ids uuid[] not null,
  engineer_id uuid not null,
  territory_id uuid not null,
  departed_at timestamp with time zone,
  arrived_at timestamp with time zone,
  began_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_how text,
  distance_metres integer,
  accuracy_metres integer,
  outside_reason text,
  door_code text,
  door_secret bytea not null,
  wrong_door_codes smallint not null default 0,
  five_ones text[],
  clock_skewed boolean not null default false,
  jobs jsonb not null,
  version integer not null,
  constraint sheet_check CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint sheet_door_code_check CHECK ((door_code = ANY (ARRAY['verified'::text, 'offline_verified'::text, 'offline_wrong'::text, 'unverified'::text]))),
  constraint sheet_ended_how_check CHECK ((ended_how = ANY (ARRAY['finished'::text, 'cannot_complete'::text]))),
  constraint sheet_pkey PRIMARY KEY (visit_id)
);
create table identity.account (
  id uuid not null,
  user_name text not null,
  password_hash text not null,
  role text not null,
  own_id uuid,
  outlet_id uuid,
  territory_ids uuid[] not null default '{}'::uuid[],
  active boolean not null default true,
  created_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_user_name_key UNIQUE (user_name)
);
create table identity.lock_out (
  key text not null,
  wrong_tries smallint not null,
  tried_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint lock_out_pkey PRIMARY KEY (key)
);
create table identity.order_link (
  token_hash bytea not null,
  work_order_id uuid not null,
  customer_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint order_link_pkey PRIMARY KEY (token_hash)
);
create table identity.session (
  id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  role text not null,
  own_id uuid,
  outlet_id uuid,
  territory_ids uuid[] not null default '{}'::uuid[],
  only_work_order_id uuid,
  opened_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash)
);
create table identity.sign_in_code (
  phone_hash bytea not null,
  role text not null,
  code_hash bytea not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  wrong_tries smallint not null default 0,
  used_at timestamp with time zone,
  constraint sign_in_code_pkey PRIMARY KEY (phone_hash, role)
);
create table network.absence (
  id uuid not null,
  engineer_id uuid not null,
  kind text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  reported_at timestamp with time zone not null,
  reported_by uuid,
  constraint absence_check CHECK ((start_at < end_at)),
  constraint absence_engineer_id_fkey FOREIGN KEY (engineer_id) REFERENCES network.engineer(id),
  constraint absence_kind_check CHECK ((kind = ANY (ARRAY['leave'::text, 'sick'::text, 'training'::text, 'other'::text]))),
  constraint absence_pkey PRIMARY KEY (id)
);
create table network.cell (
  cell text not null,
  territory_id uuid not null,
  constraint cell_cell_check CHECK ((cell ~ '^88[0-9a-f]{13}$'::text)),
  constraint cell_pkey PRIMARY KEY (cell),
  constraint cell_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES network.territory(id)
);
create table network.certificate (
  id uuid not null,
  engineer_id uuid not null,
  code text not null,
  category text,
  level text,
  number text not null,
  issued_on date not null,
  expires_on date not null,
  constraint certificate_check CHECK ((issued_on <= expires_on)),
  constraint certificate_check1 CHECK (((code = 'product'::text) = (category IS NOT NULL))),
  constraint certificate_check2 CHECK (((code = 'product'::text) = (level IS NOT NULL))),
  constraint certificate_code_number_key UNIQUE (code, number),
  constraint certificate_engineer_id_fkey FOREIGN KEY (engineer_id) REFERENCES network.engineer(id),
  constraint certificate_level_check CHECK ((level = ANY (ARRAY['junior'::text, 'intermediate'::text, 'senior'::text]))),
  constraint certificate_pkey PRIMARY KEY (id)
);
create table network.city (
  id uuid not null,
  region_id uuid not null,
  name text not null,
  region_code text not null,
  constraint city_name_key UNIQUE (name),
  constraint city_pkey PRIMARY KEY (id),
  constraint city_region_code_check CHECK ((region_code ~ '^\d{6}$'::text)),
  constraint city_region_id_fkey FOREIGN KEY (region_id) REFERENCES network.region(id)
);
create table network.engineer (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  phone_hash bytea not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  home_lat double precision not null,
  home_lng double precision not null,
  grade text not null,
  standing text not null,
  standing_reason text,
  standing_by uuid,
  stars smallint not null,
  licence_number text not null default ('SL'::text || lpad((nextval('network.licence_seq'::regclass))::text, 7, '0'::text)),
  licence_points smallint not null,
  licence_expires_on date not null,
  joined_on date not null,
  left_on date,
  shifts jsonb not null,
  version integer not null default 1,
  search tsvector not null,
  constraint engineer_check CHECK ((left_on >= joined_on)),
  constraint engineer_grade_check CHECK ((grade = ANY (ARRAY['D'::text, 'C'::text, 'B'::text, 'A'::text, 'A+'::text]))),
  constraint engineer_licence_number_key UNIQUE (licence_number),
  constraint engineer_licence_points_check CHECK (((licence_points >= 0) AND (licence_points <= 12))),
  constraint engineer_outlet_id_fkey FOREIGN KEY (outlet_id) REFERENCES network.outlet(id),
  constraint engineer_pkey PRIMARY KEY (id),
  constraint engineer_standing_check CHECK ((standing = ANY (ARRAY['exemplary'::text, 'normal'::text, 'warning'::text, 'suspended'::text, 'revoked'::text]))),
  constraint engineer_stars_check CHECK (((stars >= 1) AND (stars <= 5))),
  constraint engineer_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES network.territory(id),
  constraint engineer_user_id_key UNIQUE (user_id)
);
create table network.outlet (
  id uuid not null,
  name text not null,
  city_id uuid not null,
  territory_ids uuid[] not null,
  tier text not null,
  status text not null,
  status_reason text,
  stars smallint not null,
  market_tier smallint not null,
  categories text[] not null,
  manager_id uuid,
  lat double precision not null,
  lng double precision not null,
  quality_certificate_until date,
  opened_on date not null,
  version integer not null default 1,
  search tsvector not null,
  constraint outlet_city_id_fkey FOREIGN KEY (city_id) REFERENCES network.city(id),
  constraint outlet_market_tier_check CHECK (((market_tier >= 1) AND (market_tier <= 3))),
  constraint outlet_pkey PRIMARY KEY (id),
  constraint outlet_stars_check CHECK (((stars >= 1) AND (stars <= 5))),
  constraint outlet_status_check CHECK ((status = ANY (ARRAY['active'::text, 'rectifying'::text, 'terminated'::text]))),
  constraint outlet_territory_ids_check CHECK ((cardinality(territory_ids) > 0)),
  constraint outlet_tier_check CHECK ((tier = ANY (ARRAY['special'::text, 'star'::text, 'community'::text, 'technical'::text])))
);
create table network.region (
  id uuid not null,
  name text not null,
  constraint region_name_key UNIQUE (name),
  constraint region_pkey PRIMARY KEY (id)
);
create table network.station (
  id uuid not null,
  name text not null,
  territory_id uuid not null,
  outlet_id uuid not null,
  vehicle text not null,
  crew uuid[] not null,
  posts jsonb not null,
  cells text[] not null,
  constraint station_outlet_id_fkey FOREIGN KEY (outlet_id) REFERENCES network.outlet(id),
  constraint station_pkey PRIMARY KEY (id),
  constraint station_territory_id_fkey FOREIGN KEY (territory_id) REFERENCES network.territory(id),
  constraint station_vehicle_key UNIQUE (vehicle)
);
create table network.territory (
  id uuid not null,
  city_id uuid not null,
  name text not null,
  zone text not null,
  market_tier smallint not null,
  order_owner_id uuid not null,
  constraint territory_city_id_fkey FOREIGN KEY (city_id) REFERENCES network.city(id),
  constraint territory_city_id_name_key UNIQUE (city_id, name),
  constraint territory_market_tier_check CHECK (((market_tier >= 1) AND (market_tier <= 3))),
  constraint territory_pkey PRIMARY KEY (id)
);
create table notices.message (
  id uuid not null,
  seq bigint not null generated always as identity,
  cause text,
  template text not null,
  language text not null,
  customer_id uuid,
  engineer_id uuid,
  phone_hash bytea,
  phone_masked text,
  subject_type text not null,
  subject_id uuid,
  sealed bytea,
  state text not null,
  failure text,
  provider text,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  done_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint message_cause_key UNIQUE (cause),
  constraint message_check CHECK ((num_nonnulls(customer_id, engineer_id, phone_hash) = 1)),
  constraint message_check1 CHECK (((phone_hash IS NULL) = (phone_masked IS NULL))),
  constraint message_check2 CHECK (((state = 'queued'::text) = (sealed IS NOT NULL))),
  constraint message_check3 CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  constraint message_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint message_pkey PRIMARY KEY (id),
  constraint message_seq_key UNIQUE (seq),
  constraint message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'failed'::text])))
);
create table notices.simulated (
  message_id uuid not null,
  text_sealed bytea not null,
  received_at timestamp with time zone not null,
  constraint simulated_pkey PRIMARY KEY (message_id)
);
create table orders.journey (
  work_order_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  kind text not null,
  actor_id uuid,
  actor_role text not null,
  facts jsonb not null,
  hash bytea not null,
  constraint journey_pkey PRIMARY KEY (work_order_id, seq)
);
create table orders.state_count (
  territory_id uuid not null,
  state text not null,
  hold text,
  opened_on date not null,
  change integer not null
);
create table orders.visit (
  id uuid not null,
  sequence smallint not null,
  state text not null,
  work_order_ids uuid[] not null,
  customer_id uuid not null,
  engineer_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  lat double precision not null,
  lng double precision not null,
  district_code text not null,
  community text not null,
  planned_start_at timestamp with time zone not null,
  planned_end_at timestamp with time zone not null,
  departed_at timestamp with time zone,
  arrived_at timestamp with time zone,
  began_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  version integer not null,
  constraint visit_check CHECK ((planned_start_at < planned_end_at)),
  constraint visit_pkey PRIMARY KEY (id)
);
create table orders.work_order (
  id uuid not null,
  number text not null,
  state text not null,
  hold text,
  hold_reason text,
  request_id uuid,
  customer_id uuid not null,
  household_id uuid not null,
  appliance_id uuid,
  territory_id uuid not null,
  outlet_id uuid,
  engineer_id uuid,
  owner_id uuid not null,
  visit_id uuid,
  visit_count smallint not null default 0,
  rework_of uuid,
  work_type text not null,
  category text not null,
  product_model_id uuid,
  symptom_code text,
  difficulty smallint not null,
  standard_seconds integer not null,
  limit_seconds integer not null,
  response_seconds integer not null,
  priority smallint not null,
  skills text[] not null,
  cover text not null,
  description text not null,
  lat double precision not null,
  lng double precision not null,
  district_code text not null,
  community text not null,
  window_start_at timestamp with time zone,
  window_end_at timestamp with time zone,
  due_at timestamp with time zone not null,
  next_action text not null,
  next_by text not null,
  urge_count integer not null default 0,
  opened_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer not null,
  journey_seq integer not null,
  journey_hash bytea not null,
  search tsvector not null,
  pending boolean not null default (state <> ALL (ARRAY['completed'::text, 'confirmed'::text, 'closed'::text, 'solved_remotely'::text, 'cancelled'::text])),
  constraint work_order_check CHECK (((window_start_at IS NULL) = (window_end_at IS NULL))),
  constraint work_order_check1 CHECK ((window_start_at < window_end_at)),
  constraint work_order_check2 CHECK (((engineer_id IS NULL) = (outlet_id IS NULL))),
  constraint work_order_difficulty_check CHECK (((difficulty >= 1) AND (difficulty <= 4))),
  constraint work_order_number_key UNIQUE (number),
  constraint work_order_pkey PRIMARY KEY (id),
  constraint work_order_rework_of_fkey FOREIGN KEY (rework_of) REFERENCES orders.work_order(id)
);
create table pay.account (
  id uuid not null,
  kind text not null,
  owner_id uuid,
  constraint account_kind_owner_id_key UNIQUE NULLS NOT DISTINCT (kind, owner_id),
  constraint account_pkey PRIMARY KEY (id)
);
create table pay.balance_snapshot (
  account_id uuid not null,
  until_at timestamp with time zone not null,
  horizon xid8 not null,
  balance_fen bigint not null,
  constraint balance_snapshot_pkey PRIMARY KEY (account_id, until_at)
);
create table pay.earning (
  work_order_id uuid not null,
  revision integer not null,
  engineer_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  stars smallint,
  policy_version integer not null,
  facts jsonb not null,
  wage_fen bigint not null,
  outlet_fee_fen bigint not null,
  posted_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  constraint earning_outlet_fee_fen_check CHECK ((outlet_fee_fen >= 0)),
  constraint earning_pkey PRIMARY KEY (work_order_id, revision),
  constraint earning_wage_fen_check CHECK ((wage_fen >= 0))
);
create table pay.earning_line (
  work_order_id uuid not null,
  revision integer not null,
  payee text not null,
  seq smallint not null,
  rule text not null,
  inputs jsonb not null,
  arithmetic text not null,
  amount_fen bigint not null,
  constraint earning_line_payee_check CHECK ((payee = ANY (ARRAY['engineer'::text, 'outlet'::text]))),
  constraint earning_line_pkey PRIMARY KEY (work_order_id, revision, payee, seq),
  constraint earning_line_work_order_id_revision_fkey FOREIGN KEY (work_order_id, revision) REFERENCES pay.earning(work_order_id, revision)
);
create table pay.ledger_transaction (
  id uuid not null,
  cause text not null,
  kind text not null,
  work_order_id uuid,
  at timestamp with time zone not null,
  reverses uuid,
  constraint ledger_transaction_cause_key UNIQUE (cause),
  constraint ledger_transaction_pkey PRIMARY KEY (id),
  constraint ledger_transaction_reverses_fkey FOREIGN KEY (reverses) REFERENCES pay.ledger_transaction(id),
  constraint ledger_transaction_reverses_key UNIQUE (reverses)
);
create table pay.payment (
  id uuid not null,
  work_order_id uuid not null,
  customer_id uuid not null,
  engineer_id uuid,
  outlet_id uuid,
  territory_id uuid not null,
  amount_fen bigint not null,
  quote_lines jsonb not null,
  method text not null,
  provider text not null,
  state text not null,
  receipt_number text,
  created_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  refunded_at timestamp with time zone,
  version integer not null,
  constraint payment_amount_fen_check CHECK ((amount_fen > 0)),
  constraint payment_check CHECK (((paid_at IS NULL) = (receipt_number IS NULL))),
  constraint payment_check1 CHECK (((state <> 'paid'::text) OR (paid_at IS NOT NULL))),
  constraint payment_check2 CHECK (((state = 'refunded'::text) = (refunded_at IS NOT NULL))),
  constraint payment_method_check CHECK ((method = ANY (ARRAY['online'::text, 'cash'::text]))),
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_receipt_number_key UNIQUE (receipt_number),
  constraint payment_state_check CHECK ((state = ANY (ARRAY['created'::text, 'paid'::text, 'failed'::text, 'refunded'::text])))
);
create table pay.posting (
  transaction_id uuid not null,
  seq smallint not null,
  account_id uuid not null,
  amount_fen bigint not null,
  at timestamp with time zone not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint posting_amount_fen_check CHECK ((amount_fen <> 0)),
  constraint posting_pkey PRIMARY KEY (transaction_id, seq),
  constraint posting_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES pay.ledger_transaction(id)
);
create table platform.audit (
  id bigint not null generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamp with time zone not null,
  actor_id uuid,
  actor_role text not null,
  action text not null,
  subject_type text not null,
  subject_id text,
  request_id text not null,
  remote_address text,
  before jsonb,
  after jsonb,
  constraint audit_pkey PRIMARY KEY (id)
);
create table platform.audit_seal (
  seq bigint not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  row_count integer not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  constraint audit_seal_pkey PRIMARY KEY (seq)
);
create table platform.business_clock (
  only_row boolean not null default true,
  wall_anchor timestamp with time zone not null,
  business_anchor timestamp with time zone not null,
  factor integer not null,
  seen_at timestamp with time zone not null,
  production boolean not null default false,
  constraint business_clock_check CHECK (((NOT production) OR (factor = 1))),
  constraint business_clock_factor_check CHECK ((factor = ANY (ARRAY[0, 1, 10, 60]))),
  constraint business_clock_only_row_check CHECK (only_row),
  constraint business_clock_pkey PRIMARY KEY (only_row)
);
create table platform.idempotency (
  actor_id text not null,
  route text not null,
  key text not null,
  body_hash bytea not null,
  status smallint not null,
  answer jsonb,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint idempotency_pkey PRIMARY KEY (actor_id, route, key)
);
create table platform.media (
  hash text not null,
  byte_size integer not null,
  content_type text not null,
  uploaded_by text not null,
  received_at timestamp with time zone not null,
  constraint media_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint media_pkey PRIMARY KEY (hash)
);
create table platform.media_link (
  hash text not null,
  subject_type text not null,
  subject_id uuid not null,
  constraint media_link_hash_fkey FOREIGN KEY (hash) REFERENCES platform.media(hash),
  constraint media_link_pkey PRIMARY KEY (hash, subject_type, subject_id)
);
create table platform.outbox (
  id bigint not null generated always as identity,
  event text not null,
  payload jsonb not null,
  screen_topics text[] not null default '{}'::text[],
  constraint outbox_pkey PRIMARY KEY (id)
);
create table platform.policy_version (
  name text not null,
  version integer not null,
  effective_from timestamp with time zone not null,
  document jsonb not null,
  published_by uuid,
  published_at timestamp with time zone not null,
  constraint policy_version_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  constraint policy_version_pkey PRIMARY KEY (name, version),
  constraint policy_version_version_check CHECK ((version >= 1))
);
create table platform.rate_limit (
  key text not null,
  window_start timestamp with time zone not null,
  hits integer not null,
  constraint rate_limit_pkey PRIMARY KEY (key)
);
create table platform.sla_clock (
  id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  territory_id uuid,
  owner text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  warn_at timestamp with time zone not null,
  warned_at timestamp with time zone,
  breached_at timestamp with time zone,
  paused_at timestamp with time zone,
  pause_reason text,
  stopped_at timestamp with time zone,
  constraint sla_clock_pkey PRIMARY KEY (id)
);
create table platform.timer (
  key text not null,
  due_at timestamp with time zone not null,
  task text not null,
  payload jsonb not null,
  constraint timer_pkey PRIMARY KEY (key)
);
create table platform.worker (
  name text not null,
  seen_at timestamp with time zone not null,
  constraint worker_pkey PRIMARY KEY (name)
);
create table requests.item (
  request_id uuid not null,
  "position" smallint not null,
  work_type text not null,
  category text not null,
  appliance_id uuid,
  product_model_id uuid,
  serial_number text,
  symptom_code text,
  difficulty smallint not null,
  standard_seconds integer not null,
  limit_seconds integer not null,
  response_seconds integer not null,
  priority smallint not null,
  skills text[] not null,
  cover text not null,
  price_fen bigint,
  work_order_id uuid,
  constraint item_difficulty_check CHECK (((difficulty >= 1) AND (difficulty <= 4))),
  constraint item_pkey PRIMARY KEY (request_id, "position"),
  constraint item_position_check CHECK (("position" >= 0)),
  constraint item_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests.service_request(id),
  constraint item_work_order_id_key UNIQUE (work_order_id)
);
create table requests.service_request (
  id uuid not null,
  number text not null,
  source text not null,
  external_id text,
  channel text not null,
  state text not null,
  customer_id uuid not null,
  household_id uuid not null,
  territory_id uuid not null,
  outlet_id uuid,
  owner_id uuid not null,
  offered_owner_id uuid,
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
  registered_at timestamp with time zone not null,
  triaged_at timestamp with time zone,
  advice text,
  advised_at timestamp with time zone,
  due_at timestamp with time zone,
  cancel_reason text,
  closed_at timestamp with time zone,
  version integer not null,
  search tsvector not null,
  constraint service_request_check CHECK (((state <> 'awaiting_call_back'::text) OR (advice IS NOT NULL))),
  constraint service_request_check1 CHECK (((state = ANY (ARRAY['registered'::text, 'awaiting_call_back'::text])) = (due_at IS NOT NULL))),
  constraint service_request_check2 CHECK (((state = ANY (ARRAY['closed'::text, 'cancelled'::text])) = (closed_at IS NOT NULL))),
  constraint service_request_check3 CHECK (((state = 'cancelled'::text) = (cancel_reason IS NOT NULL))),
  constraint service_request_number_key UNIQUE (number),
  constraint service_request_pkey PRIMARY KEY (id),
  constraint service_request_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'triaged'::text, 'awaiting_call_back'::text, 'closed'::text, 'cancelled'::text])))
);
create table verdict.complaint (
  id uuid not null,
  number text not null,
  work_order_id uuid not null,
  customer_id uuid not null,
  engineer_id uuid,
  outlet_id uuid,
  territory_id uuid not null,
  severity text not null,
  words text not null,
  opened_by_role text not null,
  opened_at timestamp with time zone not null,
  answer text,
  answered_at timestamp with time zone,
  liable text,
  judgement text,
  judged_by uuid,
  judged_at timestamp with time zone,
  closed_by_role text,
  closed_at timestamp with time zone,
  version integer not null,
  constraint complaint_check CHECK (((liable IS NULL) = (judged_at IS NULL))),
  constraint complaint_check1 CHECK (((closed_at IS NULL) OR (judged_at IS NOT NULL))),
  constraint complaint_liable_check CHECK ((liable = ANY (ARRAY['engineer'::text, 'outlet'::text, 'brand'::text, 'product'::text, 'logistics'::text, 'customer'::text, 'nobody'::text]))),
  constraint complaint_number_key UNIQUE (number),
  constraint complaint_pkey PRIMARY KEY (id),
  constraint complaint_severity_check CHECK ((severity = ANY (ARRAY['severe'::text, 'normal'::text])))
);
create table verdict.completion_code (
  work_order_id uuid not null,
  hash bytea not null,
  issued_at timestamp with time zone not null,
  wrong_tries smallint not null default 0,
  locked_until timestamp with time zone,
  used_at timestamp with time zone,
  constraint completion_code_pkey PRIMARY KEY (work_order_id)
);
create table verdict.follow_up (
  work_order_id uuid not null,
  state text not null,
  outcome text,
  note text not null default ''::text,
  rating_asked boolean not null default false,
  rework_id uuid,
  customer_id uuid not null,
  engineer_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  due_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  ended_at timestamp with time zone,
  constraint follow_up_check CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL))),
  constraint follow_up_check1 CHECK (((ended_at IS NULL) OR (outcome IS NOT NULL))),
  constraint follow_up_outcome_check CHECK ((outcome = ANY (ARRAY['close'::text, 'redo'::text, 'rated'::text, 'neutral'::text]))),
  constraint follow_up_pkey PRIMARY KEY (work_order_id),
  constraint follow_up_state_check CHECK ((state = ANY (ARRAY['open'::text, 'refill'::text, 'answered'::text, 'ended'::text])))
);
create table verdict.rating (
  work_order_id uuid not null,
  revision integer not null,
  neutral boolean not null,
  stars smallint,
  promptness smallint,
  skill smallint,
  manner smallint,
  price_clarity smallint,
  cleanliness smallint,
  tags text[] not null,
  words text not null,
  photo_hashes text[] not null,
  counts boolean not null default true,
  customer_id uuid not null,
  engineer_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  rated_at timestamp with time zone,
  neutral_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint rating_check CHECK ((neutral = (stars IS NULL))),
  constraint rating_check1 CHECK ((neutral OR (rated_at IS NOT NULL))),
  constraint rating_cleanliness_check CHECK (((cleanliness >= 1) AND (cleanliness <= 5))),
  constraint rating_manner_check CHECK (((manner >= 1) AND (manner <= 5))),
  constraint rating_pkey PRIMARY KEY (work_order_id),
  constraint rating_price_clarity_check CHECK (((price_clarity >= 1) AND (price_clarity <= 5))),
  constraint rating_promptness_check CHECK (((promptness >= 1) AND (promptness <= 5))),
  constraint rating_skill_check CHECK (((skill >= 1) AND (skill <= 5))),
  constraint rating_stars_check CHECK (((stars >= 1) AND (stars <= 5)))
);
create table verdict.rating_history (
  work_order_id uuid not null,
  revision integer not null,
  neutral boolean not null,
  stars smallint,
  promptness smallint,
  skill smallint,
  manner smallint,
  price_clarity smallint,
  cleanliness smallint,
  tags text[] not null,
  words text not null,
  photo_hashes text[] not null,
  given_at timestamp with time zone not null,
  constraint rating_history_pkey PRIMARY KEY (work_order_id, revision)
);

CREATE INDEX appliance_customer ON appliances.appliance USING btree (customer_id, registered_at, id);
CREATE UNIQUE INDEX appliance_exchange ON appliances.appliance USING btree (exchange_of) WHERE (exchange_of IS NOT NULL);
CREATE INDEX appliance_household ON appliances.appliance USING btree (household_id, registered_at, id);
CREATE INDEX appliance_model ON appliances.appliance USING btree (model_id);
CREATE UNIQUE INDEX appliance_serial ON appliances.appliance USING btree (serial, brand) WHERE (serial IS NOT NULL);
CREATE INDEX extended_warranty_appliance ON appliances.extended_warranty USING btree (appliance_id);
CREATE INDEX price_list_newest ON catalogue.price_list USING btree (effective_from, id);
CREATE UNIQUE INDEX price_list_published ON catalogue.price_list USING btree (region_code, effective_from) WHERE (state = 'published'::text);
CREATE INDEX product_model_category ON catalogue.product_model USING btree (category, code, id);
CREATE INDEX product_model_code ON catalogue.product_model USING btree (code, id);
CREATE INDEX product_model_search ON catalogue.product_model USING gin (search);
CREATE INDEX consent_customer ON customers.consent USING btree (customer_id, purpose, id);
CREATE INDEX customer_key ON customers.customer USING btree (key_id);
CREATE INDEX customer_last_four ON customers.customer USING btree (last_four_hash, id);
CREATE INDEX customer_name ON customers.customer USING gin (name_terms);
CREATE INDEX household_community ON customers.household USING btree (community text_pattern_ops, district_code);
CREATE INDEX household_key ON customers.household USING btree (key_id);
CREATE INDEX household_member_customer ON customers.household_member USING btree (customer_id);
CREATE INDEX decision_order ON dispatch.decision USING btree (work_order_id, decided_at);
CREATE UNIQUE INDEX exception_open ON dispatch.exception USING btree (subject_id, kind) WHERE (resolved_at IS NULL);
CREATE INDEX exception_territory ON dispatch.exception USING btree (territory_id, opened_at, id);
CREATE INDEX job_offer_claimed_by ON dispatch.job_offer USING btree (claimed_by, claimed_at) WHERE (claimed_by IS NOT NULL);
CREATE UNIQUE INDEX job_offer_open ON dispatch.job_offer USING btree (work_order_id) WHERE (state = 'open'::text);
CREATE INDEX job_offer_territory ON dispatch.job_offer USING btree (territory_id, id) WHERE (state = 'open'::text);
CREATE INDEX offer_candidate_engineer ON dispatch.offer_candidate USING btree (engineer_id, offer_id);
CREATE INDEX plan_territory_day ON dispatch.plan USING btree (territory_id, day, created_at);
CREATE INDEX slot_hold_order ON dispatch.slot_hold USING btree (work_order_id) WHERE (state = ANY (ARRAY['held'::text, 'booked'::text]));
CREATE INDEX slot_hold_running ON dispatch.slot_hold USING btree (territory_id, start_at, expires_at) WHERE (state = 'held'::text);
CREATE INDEX command_position ON fieldwork.command USING btree (received_at) WHERE (lat IS NOT NULL);
CREATE INDEX command_set_out ON fieldwork.command USING btree (visit_id) WHERE ((kind = 'departVisit'::text) AND (lat IS NOT NULL));
CREATE INDEX evidence_hash ON fieldwork.evidence USING btree (hash);
CREATE INDEX identification_serial ON fieldwork.identification USING btree (serial_number);
CREATE INDEX last_position_outlet ON fieldwork.last_position USING btree (outlet_id, engineer_id);
CREATE INDEX last_position_territory ON fieldwork.last_position USING btree (territory_id, engineer_id);
CREATE INDEX part_used_new_serial ON fieldwork.part_used USING btree (new_serial) WHERE (new_serial IS NOT NULL);
CREATE INDEX position_received ON fieldwork."position" USING brin (received_at);
CREATE INDEX sheet_work_order ON fieldwork.sheet USING gin (work_order_ids) WITH (fastupdate=off);
CREATE INDEX order_link_customer ON identity.order_link USING btree (customer_id);
CREATE INDEX session_by_user ON identity.session USING btree (user_id, opened_at) WHERE (revoked_at IS NULL);
CREATE INDEX session_expiry ON identity.session USING btree (expires_at);
CREATE INDEX absence_engineer ON network.absence USING btree (engineer_id, end_at);
CREATE INDEX cell_territory ON network.cell USING btree (territory_id);
CREATE INDEX certificate_engineer ON network.certificate USING btree (engineer_id);
CREATE INDEX certificate_expiry ON network.certificate USING btree (expires_on);
CREATE INDEX city_name ON network.city USING btree (name, id);
CREATE INDEX city_region ON network.city USING btree (region_id, name, id);
CREATE INDEX engineer_name ON network.engineer USING btree (name, id);
CREATE INDEX engineer_newest ON network.engineer USING btree (joined_on DESC, id DESC);
CREATE INDEX engineer_outlet ON network.engineer USING btree (outlet_id, name, id);
CREATE UNIQUE INDEX engineer_phone ON network.engineer USING btree (phone_hash) WHERE (left_on IS NULL);
CREATE INDEX engineer_points ON network.engineer USING btree (licence_points, id);
CREATE INDEX engineer_search ON network.engineer USING gin (search);
CREATE INDEX engineer_stars ON network.engineer USING btree (stars DESC, id DESC);
CREATE INDEX engineer_territory ON network.engineer USING btree (territory_id, name, id);
CREATE INDEX outlet_city ON network.outlet USING btree (city_id, name, id);
CREATE INDEX outlet_name ON network.outlet USING btree (name, id);
CREATE INDEX outlet_newest ON network.outlet USING btree (opened_on DESC, id DESC);
CREATE INDEX outlet_search ON network.outlet USING gin (search);
CREATE INDEX outlet_stars ON network.outlet USING btree (stars DESC, id DESC);
CREATE INDEX outlet_territories ON network.outlet USING gin (territory_ids);
CREATE INDEX station_cells ON network.station USING gin (cells);
CREATE INDEX station_crew ON network.station USING gin (crew);
CREATE INDEX station_name ON network.station USING btree (name, id);
CREATE INDEX station_territory ON network.station USING btree (territory_id, name, id);
CREATE INDEX territory_name ON network.territory USING btree (name, id);
CREATE INDEX message_customer ON notices.message USING btree (customer_id, seq) WHERE (customer_id IS NOT NULL);
CREATE INDEX message_engineer ON notices.message USING btree (engineer_id, seq) WHERE (engineer_id IS NOT NULL);
CREATE INDEX message_open ON notices.message USING btree (expires_at) WHERE (state = ANY (ARRAY['queued'::text, 'sent'::text]));
CREATE INDEX message_subject ON notices.message USING btree (subject_id, seq) WHERE (subject_id IS NOT NULL);
CREATE INDEX state_count_key ON orders.state_count USING btree (territory_id, opened_on);
CREATE INDEX visit_arrived ON orders.visit USING btree (arrived_at) WHERE (arrived_at IS NOT NULL);
CREATE INDEX visit_engineer_day ON orders.visit USING btree (engineer_id, planned_start_at);
CREATE INDEX visit_territory_day ON orders.visit USING btree (territory_id, planned_start_at);
CREATE INDEX work_order_all_due ON orders.work_order USING btree (due_at, id) WHERE pending;
CREATE INDEX work_order_completed ON orders.work_order USING btree (completed_at) WHERE (completed_at IS NOT NULL);
CREATE INDEX work_order_customer ON orders.work_order USING btree (customer_id, opened_at, id);
CREATE INDEX work_order_due ON orders.work_order USING btree (territory_id, due_at, id) WHERE pending;
CREATE INDEX work_order_engineer ON orders.work_order USING btree (engineer_id, opened_at, id);
CREATE INDEX work_order_newest ON orders.work_order USING btree (opened_at, id);
CREATE INDEX work_order_outlet ON orders.work_order USING btree (outlet_id, opened_at, id);
CREATE INDEX work_order_search ON orders.work_order USING gin (search);
CREATE INDEX work_order_territory_newest ON orders.work_order USING btree (territory_id, opened_at, id);
CREATE INDEX work_order_territory_window ON orders.work_order USING btree (territory_id, window_start_at) WHERE pending;
CREATE INDEX account_owner ON pay.account USING btree (owner_id) WHERE (owner_id IS NOT NULL);
CREATE UNIQUE INDEX earning_current ON pay.earning USING btree (work_order_id) WHERE (replaced_at IS NULL);
CREATE INDEX earning_engineer_day ON pay.earning USING btree (engineer_id, posted_at);
CREATE INDEX earning_engineer_replaced ON pay.earning USING btree (engineer_id, replaced_at) WHERE (replaced_at IS NOT NULL);
CREATE INDEX earning_outlet_day ON pay.earning USING btree (outlet_id, posted_at);
CREATE INDEX earning_outlet_replaced ON pay.earning USING btree (outlet_id, replaced_at) WHERE (replaced_at IS NOT NULL);
CREATE INDEX ledger_transaction_work_order ON pay.ledger_transaction USING btree (work_order_id, at) WHERE (work_order_id IS NOT NULL);
CREATE UNIQUE INDEX payment_live ON pay.payment USING btree (work_order_id) WHERE (state = ANY (ARRAY['created'::text, 'paid'::text]));
CREATE INDEX payment_work_order ON pay.payment USING btree (work_order_id, created_at);
CREATE INDEX posting_account ON pay.posting USING btree (account_id, at, transaction_id, seq);
CREATE INDEX posting_account_xid ON pay.posting USING btree (account_id, xid);
CREATE INDEX audit_subject ON platform.audit USING btree (subject_id, id);
CREATE INDEX audit_xid ON platform.audit USING btree (xid, id);
CREATE INDEX idempotency_created ON platform.idempotency USING btree (created_at);
CREATE INDEX media_link_subject ON platform.media_link USING btree (subject_id);
CREATE UNIQUE INDEX sla_clock_open ON platform.sla_clock USING btree (subject_id, kind) WHERE (stopped_at IS NULL);
CREATE INDEX sla_clock_subject ON platform.sla_clock USING btree (subject_id);
CREATE INDEX sla_clock_territory_due ON platform.sla_clock USING btree (territory_id, due_at) WHERE (stopped_at IS NULL);
CREATE INDEX timer_due ON platform.timer USING btree (due_at);
CREATE INDEX service_request_community ON requests.service_request USING btree (community, district_code);
CREATE INDEX service_request_customer ON requests.service_request USING btree (customer_id, registered_at, id);
CREATE INDEX service_request_due ON requests.service_request USING btree (due_at, id) WHERE (due_at IS NOT NULL);
CREATE UNIQUE INDEX service_request_external ON requests.service_request USING btree (source, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX service_request_household ON requests.service_request USING btree (household_id, registered_at);
CREATE INDEX service_request_newest ON requests.service_request USING btree (registered_at, id);
CREATE INDEX service_request_outlet ON requests.service_request USING btree (outlet_id, registered_at, id) WHERE (outlet_id IS NOT NULL);
CREATE INDEX service_request_search ON requests.service_request USING gin (search);
CREATE INDEX service_request_territory ON requests.service_request USING btree (territory_id, registered_at, id);
CREATE INDEX complaint_customer ON verdict.complaint USING btree (customer_id, opened_at, id);
CREATE INDEX complaint_engineer ON verdict.complaint USING btree (engineer_id, opened_at, id);
CREATE INDEX complaint_newest ON verdict.complaint USING btree (opened_at, id);
CREATE INDEX complaint_open ON verdict.complaint USING btree (opened_at, id) WHERE (closed_at IS NULL);
CREATE INDEX complaint_outlet ON verdict.complaint USING btree (outlet_id, opened_at, id);
CREATE INDEX complaint_work_order ON verdict.complaint USING btree (work_order_id);
CREATE INDEX follow_up_due ON verdict.follow_up USING btree (due_at, work_order_id) WHERE (state = ANY (ARRAY['open'::text, 'refill'::text]));
CREATE INDEX follow_up_engineer ON verdict.follow_up USING btree (engineer_id, due_at) WHERE (state = 'refill'::text);
CREATE INDEX follow_up_territory_due ON verdict.follow_up USING btree (territory_id, due_at, work_order_id) WHERE (state = ANY (ARRAY['open'::text, 'refill'::text]));
CREATE INDEX rating_engineer ON verdict.rating USING btree (engineer_id, changed_at);
CREATE INDEX rating_outlet ON verdict.rating USING btree (outlet_id, changed_at);

CREATE OR REPLACE FUNCTION appliances.append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the service history is only ever added to';
end $function$
;
CREATE OR REPLACE FUNCTION catalogue.keep_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION orders.count_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into orders.state_count values
    (old.territory_id, old.state, old.hold, (old.opened_at at time zone 'UTC')::date, -1),
    (new.territory_id, new.state, new.hold, (new.opened_at at time zone 'UTC')::date, 1);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION orders.count_opened()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into orders.state_count values
    (new.territory_id, new.state, new.hold, (new.opened_at at time zone 'UTC')::date, 1);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION pay.balance_at(account uuid, instant timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  with base as (
    select until_at, horizon, balance_fen from pay.balance_snapshot
    where account_id = account and until_at <= instant order by until_at desc limit 1
  )
  select (coalesce((select balance_fen from base), 0)
    + coalesce((select sum(amount_fen) from pay.posting
        where account_id = account and at <= instant
          and at > coalesce((select until_at from base), '-infinity')), 0)
    + coalesce((select sum(p.amount_fen) from base, pay.posting p
        where p.account_id = account and p.xid >= base.horizon and p.at <= base.until_at), 0))::bigint
$function$
;
CREATE OR REPLACE FUNCTION pay.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% of % is forbidden: the ledger is corrected by reversals', lower(tg_op), tg_table_name;
end $function$
;
CREATE OR REPLACE FUNCTION pay.must_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare unbalanced text;
begin
  select transaction_id::text into unbalanced from added
  group by transaction_id having sum(amount_fen) <> 0 or count(*) < 2 limit 1;
  if found then
    raise exception 'ledger transaction % does not sum to zero', unbalanced using errcode = 'check_violation';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION platform.audit_digest(from_xid xid8, to_xid xid8, previous bytea, OUT row_count integer, OUT hash bytea)
 RETURNS record
 LANGUAGE sql
 STABLE
AS $function$
  select count(*)::integer,
    sha256(coalesce(previous, ''::bytea) || coalesce(string_agg(sha256(convert_to(concat_ws('|',
      id, extract(epoch from at), actor_id, actor_role, action, subject_type, subject_id, request_id,
      remote_address, before::text, after::text), 'UTF8')), ''::bytea order by xid, id), ''::bytea))
  from platform.audit where xid >= from_xid and xid < to_xid
$function$
;
CREATE OR REPLACE FUNCTION platform.refuse_policy_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a published policy version never changes: publish another version of %', old.name;
end $function$
;
CREATE OR REPLACE FUNCTION verdict.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% of % is forbidden: what a customer said stays', lower(tg_op), tg_table_name;
end $function$
;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON appliances.service_record FOR EACH ROW EXECUTE FUNCTION appliances.append_only();
CREATE TRIGGER keep_published BEFORE INSERT OR DELETE OR UPDATE ON catalogue.price_line FOR EACH ROW EXECUTE FUNCTION catalogue.keep_published();
CREATE TRIGGER keep_published BEFORE DELETE OR UPDATE ON catalogue.price_list FOR EACH ROW EXECUTE FUNCTION catalogue.keep_published();
CREATE TRIGGER count_moved AFTER UPDATE OF state, hold, territory_id ON orders.work_order FOR EACH ROW WHEN ((((old.state IS DISTINCT FROM new.state) OR (old.hold IS DISTINCT FROM new.hold)) OR (old.territory_id IS DISTINCT FROM new.territory_id))) EXECUTE FUNCTION orders.count_moved();
CREATE TRIGGER count_opened AFTER INSERT ON orders.work_order FOR EACH ROW EXECUTE FUNCTION orders.count_opened();
CREATE TRIGGER keep BEFORE DELETE OR UPDATE OR TRUNCATE ON pay.account FOR EACH STATEMENT EXECUTE FUNCTION pay.forbid_change();
CREATE TRIGGER keep BEFORE DELETE OR UPDATE OR TRUNCATE ON pay.ledger_transaction FOR EACH STATEMENT EXECUTE FUNCTION pay.forbid_change();
CREATE TRIGGER keep BEFORE DELETE OR UPDATE OR TRUNCATE ON pay.posting FOR EACH STATEMENT EXECUTE FUNCTION pay.forbid_change();
CREATE TRIGGER must_balance AFTER INSERT ON pay.posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION pay.must_balance();
CREATE TRIGGER policy_version_stays BEFORE DELETE OR UPDATE ON platform.policy_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_policy_change();
CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON verdict.complaint FOR EACH STATEMENT EXECUTE FUNCTION verdict.forbid_change();
CREATE TRIGGER keep BEFORE DELETE OR TRUNCATE ON verdict.rating FOR EACH STATEMENT EXECUTE FUNCTION verdict.forbid_change();
CREATE TRIGGER keep BEFORE DELETE OR UPDATE OR TRUNCATE ON verdict.rating_history FOR EACH STATEMENT EXECUTE FUNCTION verdict.forbid_change();
