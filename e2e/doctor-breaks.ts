/** For every check of the doctor, by its name, SQL that breaks what it promises and nothing else. */
export const BREAKS: Readonly<Record<string, string>> = {
  // platform
  'media exist': `insert into platform.media values (repeat('a', 64), 1, 'image/png', 'x', now())`,
  'personal data': `update orders.work_order set hold_reason = 'call 13800138000' where number = (${one('number', 'orders.work_order')})`,
  'policies hold at all times': `update platform.policy_version set effective_from = now()
    where name = (select name from platform.policy_version where name not like 'pay.%' limit 1)`,
  'clocks have timers': `delete from platform.timer where key like 'sla:%'`,
  'audit chain': `insert into platform.audit_seal select 1, '0', (max(xid)::text::bigint + 1)::text::xid8, 0, '\\x00', now() from platform.audit`,
  'no dead jobs': `select graphile_worker.add_job('orders.fold_state_counts');
    update graphile_worker._private_jobs set attempts = max_attempts`,

  // orders
  'journey chains': `update orders.journey set facts = facts || '{"more": 1}' where seq = 1`,
  'orders have an owner and a next step': `update orders.work_order set next_action = ''`,
  'orders mirror their visits': `update orders.visit set state = 'on_site' where state = 'in_service'`,
  'journeys are whole': `delete from orders.journey j using orders.work_order o
    where o.id = j.work_order_id and o.journey_seq = j.seq`,
  'state counts': `insert into orders.state_count select * from orders.state_count limit 1`,

  // appliances
  'guarantees grow by the days in repair': `insert into appliances.service_record
    (id, appliance_id, work_order_id, kind, outcome, received_at, at, days_in_repair)
    select gen_random_uuid(), id, gen_random_uuid(), 'repair', 'done', now(), now(), 3 from appliances.appliance`,
  'exchanged appliances are retired': `update appliances.appliance set exchange_of = id, exchanged_on = current_date`,
  'guarantees have their rules': `insert into appliances.warranty_policy
    values ('x', '2030-01-01', 'x', 12, 12, '{}', true, 7, 6, 2, 1, 1, 1, 1)`,

  // catalogue
  'price lists look ahead': `update catalogue.price_list set published_at = effective_from + interval '1 day' where state = 'published'`,
  'work types have norms': `delete from catalogue.work_norm where category = (${one('category', 'catalogue.work_norm')})`,
  'categories have electric limits': `delete from catalogue.electric_limit`,
  'faults are in words': `delete from catalogue.fault_term where kind = 'cause'`,

  // customers
  'customers have a home, homes have customers': `insert into customers.household
    select gen_random_uuid(), key_id, door_sealed, lat, lng, district_code, community, created_at, version
    from customers.household limit 1; update customers.household set door_sealed = null
    where not exists (select from customers.household_member m where m.household_id = id)`,
  'erased means erased': `update customers.customer set erased_at = now();
    update customers.household set door_sealed = null`,
  'sealed with known keys': `delete from customers.vault_key`,
  'service rests on the contract': `delete from customers.consent`,

  // network
  'territories have cells': `delete from network.cell where territory_id = (${one('territory_id', 'network.cell')})`,
  'outlets stay in their city': `update network.outlet set territory_ids = territory_ids || gen_random_uuid()`,
  'engineers work in their outlet’s city': `update network.territory set city_id = gen_random_uuid();
    update network.outlet o set city_id = (select city_id from network.territory where id = o.territory_ids[1]);
    update network.territory set city_id = (${one('city_id', 'network.outlet')}) where true;
    update network.outlet set city_id = (${one('city_id', 'network.territory')});
    insert into network.territory select gen_random_uuid(), gen_random_uuid(), 'far', zone, market_tier, order_owner_id
    from network.territory limit 1;
    insert into network.cell select '88fffffffffffff', id from network.territory where name = 'far';
    update network.engineer set territory_id = (select id from network.territory where name = 'far')`,
  'shift plans are whole': `update network.engineer
    set shifts = jsonb_set(shifts, '{week}', (shifts->'week') || (shifts->'week'))`,
  'stations have crews': `update network.station set crew = crew || gen_random_uuid()`,

  // identity
  'closed accounts have no sessions': `insert into identity.account (id, user_name, password_hash, role, active, created_at)
    select user_id, 'gone', '', role, false, now() from identity.session order by opened_at desc limit 1`,

  // notices
  'messages go out': `update notices.message set state = 'sent', sealed = null, expires_at = now() - interval '2 days'`,
  'messages keep nothing': `update notices.message set state = 'delivered', sealed = '\\x00'`,

  // requests
  'requests are recorded and handled': `delete from requests.item`,
  'no request is omitted': `update platform.sla_clock set stopped_at = now() where kind = 'triage'`,
  'hand-overs wait for another person': `update requests.service_request set offered_owner_id = owner_id`,

  // dispatch
  'window loads': `update dispatch.window_load set seconds_by_pool = '{"fridge:1": 1}'`,
  'claims have one winner': `update dispatch.job_offer set state = 'claimed', claimed_by = gen_random_uuid(), claimed_at = now()`,

  // fieldwork
  'evidence was received': `insert into fieldwork.evidence (work_order_id, purpose, hash, visit_id, occurred_at)
    select work_order_ids[1], 'signature', repeat('b', 64), visit_id, now() from fieldwork.sheet limit 1`,
  'finished visits have complete sheets': `update fieldwork.sheet set ended_how = 'finished', ended_at = now()`,
  'commands have their visits': `update fieldwork.command set visit_id = gen_random_uuid()`,
  'newest positions are the newest': `update fieldwork.last_position set at = at - interval '1 minute'`,
  'sheets know their quotes': `update fieldwork.quote set total_fen = total_fen + 1`,

  // verdict
  'ratings keep their history': `delete from verdict.rating_history`,
  'follow-ups end with a verdict': `delete from platform.timer where key like 'verdict:follow_up:%'`,
  'complaints run against their clocks': `delete from platform.sla_clock where kind = 'complaint_latest'`,

  // pay
  'the ledger sums to zero': `delete from pay.posting where (transaction_id, seq) in (select p.transaction_id, p.seq
    from pay.posting p join pay.ledger_transaction t on t.id = p.transaction_id join pay.account a on a.id = p.account_id
    where t.kind = 'wage' and a.kind <> 'engineer' limit 1)`,
  'postings have their account': `delete from pay.account where kind <> 'engineer'`,
  'causes are posted once': `insert into pay.ledger_transaction select gen_random_uuid(), cause, kind, work_order_id, at
    from pay.ledger_transaction where kind = 'wage' limit 1;
    insert into pay.posting select t.id, x.seq, a.id, x.fen, t.at from
      (select id, at from pay.ledger_transaction t where not exists (select from pay.posting p where p.transaction_id = t.id)) t,
      (select id from pay.account where kind <> 'engineer' limit 1) a, (values (1, 5), (2, -5)) x (seq, fen)`,
  'verdicts are paid': `update verdict.rating set revision = 2;
    update verdict.rating_history set revision = 2; insert into verdict.rating_history
    select work_order_id, 1, neutral, stars, promptness, skill, manner, price_clarity, cleanliness, tags, words, photo_hashes, given_at
    from verdict.rating_history`,
  'earnings are in the ledger': `update pay.earning_line set amount_fen = amount_fen + 1`,
  'payments are in the ledger': `update pay.payment set paid_at = null, state = 'created'`,
  'earnings can be computed again': `update pay.earning set facts = facts || '{"difficulty": 4, "stars": 5}'`,
};

function one(column: string, table: string): string {
  return `select ${column} from ${table} limit 1`;
}
