import { DAY, HOUR, type Instant, searchTerms, stableId, toDate } from '@firstfix/kernel';
import type pg from 'pg';

export const TERRITORIES = Array.from({ length: 40 }, (_, n) => stableId(`bench territory ${n}`));
const OUTLETS = Array.from({ length: 400 }, (_, n) => stableId(`bench outlet ${n}`));
const ENGINEERS = Array.from({ length: 4_000 }, (_, n) => stableId(`bench engineer ${n}`));

const FAULTS = [
  '冰箱不制冷，昨天开始',
  '洗衣机漏水到地板上',
  '空调异响，晚上很吵',
  '热水器不加热，显示 E4',
  '冰箱 不启动 主板可能坏了',
  '电视无图像有声音',
  '油烟机吸力小',
  '燃气灶打不着火',
  '净水机漏水',
  '空调压缩机噪音大',
  '洗衣机不排水',
  '新机安装，带墙架',
  '空调移机到次卧',
  '冰箱门封条老化',
];
const PLACES = [
  '海情小区',
  '阳光花园',
  '金色家园',
  '湖畔新村',
  '中海国际',
  '山水人家',
  '幸福里',
  '和谐家园',
  '东方明珠',
  '绿城百合',
];

/** Bulk rows of the right shapes: three of a hundred orders are open, spread over a year. */
export async function fillLists(
  pool: pg.Pool,
  { rows, now, known }: { rows: number; now: Instant; known: readonly { customerId: string }[] },
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set synchronous_commit = off');
    await fillCustomers(client, rows, known[0]?.customerId ?? '');
    await client.query('alter table orders.work_order disable trigger user');
    for (let from = 0; from < rows; from += 100_000)
      await fillOrders(client, from, Math.min(rows, from + 100_000), now, known);
    await client.query('alter table orders.work_order enable trigger user');
    await client.query(`insert into orders.state_count (territory_id, state, hold, opened_on, change)
      select territory_id, state, hold, (opened_at at time zone 'UTC')::date, count(*)
      from orders.work_order group by 1, 2, 3, 4`);
    await fillVisits(client, now);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    client.release();
  }
}

/** Copies of one registered customer under other hashes: as large and as findable as real ones. */
async function fillCustomers(client: pg.PoolClient, rows: number, model: string): Promise<void> {
  await client.query(
    `insert into customers.customer (id, key_id, name_sealed, phone_sealed, phone_hash, last_four_hash, name_terms, registered_at)
     select gen_random_uuid(), key_id, name_sealed, phone_sealed, sha256(('p' || n)::bytea), sha256(('l' || n % 10000)::bytea),
       array[sha256(('a' || n % 5000)::bytea), sha256(('b' || n % 3000)::bytea)], registered_at
     from customers.customer, generate_series(1, $1::int) n where id = $2`,
    [rows, model],
  );
}

async function fillOrders(
  client: pg.PoolClient,
  from: number,
  to: number,
  now: Instant,
  known: readonly { customerId: string }[],
): Promise<void> {
  await client.query(
    `with fault as (select ordinality - 1 as k, words, terms::text[] from unnest($5::text[], $6::text[]) with ordinality as f (words, terms)),
       place as (select ordinality - 1 as k, name, terms::text[] from unnest($7::text[], $8::text[]) with ordinality as p (name, terms))
     insert into orders.work_order (id, number, state, hold, customer_id, household_id, territory_id, outlet_id, engineer_id, owner_id,
       visit_count, work_type, category, difficulty, standard_seconds, limit_seconds, response_seconds, priority, skills, cover, description,
       lat, lng, district_code, community, window_start_at, window_end_at, due_at, next_action, next_by, opened_at, completed_at, closed_at,
       version, journey_seq, journey_hash, search)
     select gen_random_uuid(), '99' || lpad(n::text, 10, '0'), state,
       case when state = 'open' and n % 5 = 0 then 'awaiting_parts' end,
       case when n % 5000 < array_length($9::uuid[], 1) then ($9::uuid[])[n % 5000 + 1] else gen_random_uuid() end,
       gen_random_uuid(), ($10::uuid[])[n % 40 + 1],
       case when state <> 'open' then ($11::uuid[])[n % 400 + 1] end, case when state <> 'open' then ($12::uuid[])[n % 4000 + 1] end,
       gen_random_uuid(), 1, 'repair', 'fridge', n % 4 + 1, 2700, 3600, 43200, 30, array['prod:fridge', 'grade:B'], 'in_warranty', fault.words,
       36 + (n % 1000) / 1000.0, 120 + (n % 997) / 1000.0, '370202', place.name,
       case when state <> 'open' then opened + interval '6 hours' end, case when state <> 'open' then opened + interval '8 hours' end,
       opened + interval '8 hours', 'act', 'somebody', opened,
       case when state = 'closed' then opened + interval '1 day' end, case when state = 'closed' then opened + interval '4 days' end,
       5, 1, '\\x00', array_to_tsvector(fault.terms || place.terms)
     from (select n, $3::timestamptz - (n / $4::float8) * interval '365 days' as opened,
         case when n * 100 < $4 * 3 then (array['open', 'assigned', 'scheduled', 'completed'])[n % 4 + 1]
              when n % 29 = 0 then 'cancelled' else 'closed' end as state
       from generate_series($1::int, $2::int - 1) n) o
     join fault on fault.k = n % 14 join place on place.k = n % 10`,
    [
      from,
      to,
      toDate(now),
      1_000_000,
      FAULTS,
      FAULTS.map((words) => toArrayText(searchTerms(words))),
      PLACES,
      PLACES.map((name) => toArrayText(searchTerms(name))),
      known.map(({ customerId }) => customerId),
      TERRITORIES,
      OUTLETS,
      ENGINEERS,
    ],
  );
}

/** A PostgreSQL array as text; terms hold letters and digits only. */
function toArrayText(terms: readonly string[]): string {
  return `{${terms.join(',')}}`;
}

/** Ten visits for each engineer on each of the last five days. */
async function fillVisits(client: pg.PoolClient, now: Instant): Promise<void> {
  const morning = now - (now % DAY);
  await client.query(
    `insert into orders.visit (id, sequence, state, work_order_ids, customer_id, engineer_id, outlet_id, territory_id, lat, lng, district_code,
       community, planned_start_at, planned_end_at, version)
     select gen_random_uuid(), 1, 'planned', array[gen_random_uuid()], gen_random_uuid(), ($1::uuid[])[e], ($2::uuid[])[e % 400 + 1],
       ($3::uuid[])[e % 40 + 1], 36, 120, '370202', '海情小区', $4::timestamptz - d * interval '1 day' + v * interval '1 hour',
       $4::timestamptz - d * interval '1 day' + v * interval '1 hour' + interval '45 minutes', 1
     from generate_series(1, 4000) e, generate_series(0, 4) d, generate_series(0, 9) v`,
    [ENGINEERS, OUTLETS, TERRITORIES, toDate(morning + HOUR)],
  );
}
