import { invalidField, notFound } from '@firstfix/contract/refusal';
import type { Id, Instant } from '@firstfix/kernel';
import { addDays, DEFAULT_ZONE, instantAt, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import { at, type Caller } from '@firstfix/platform';
import { sql } from 'kysely';
import type { PayNeeds } from '../needs.ts';
import { presentEntry } from '../present.ts';
import { LINES, type StoredEarning, toEarning } from '../store/earning-store.ts';
import type { PayDb } from '../store/payment-store.ts';

interface Day {
  readonly day: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
}

/** What the ledger says the engineer earned that day, line by line, newest first. */
export function getMyEarnings(db: PayDb, caller: Caller, asked: LocalDate | undefined, now: Instant) {
  return earningsOf(db, caller.ownId ?? NOBODY, null, dayOf(asked, now));
}

/** As `getMyEarnings`, for whoever pays the engineer; 404 for an engineer of another outlet. */
export async function getEngineerEarnings(
  db: PayDb,
  { findEngineer }: PayNeeds,
  caller: Caller,
  asked: { id: Id; day?: LocalDate },
  now: Instant,
) {
  const engineer = await findEngineer(asked.id);
  const outletId = caller.scope === 'outlet' ? (caller.outletId ?? NOBODY) : null;
  if (!engineer || (outletId !== null && engineer.outletId !== outletId)) {
    throw notFound('engineer', asked.id);
  }
  return earningsOf(db, asked.id, outletId, dayOf(asked.day, now));
}

/** Of one outlet only, where it is named. */
async function earningsOf(db: PayDb, engineerId: Id, outletId: Id | null, day: Day) {
  let earnings = db
    .selectFrom('pay.earning as e')
    .selectAll('e')
    .select(LINES)
    .where('e.engineer_id', '=', engineerId);
  if (outletId !== null) earnings = earnings.where('e.outlet_id', '=', outletId);
  const rows = await earnings
    .where((eb) =>
      eb.or([
        eb.and([eb('e.posted_at', '>=', at(day.start)), eb('e.posted_at', '<', at(day.end))]),
        eb.and([eb('e.replaced_at', '>=', at(day.start)), eb('e.replaced_at', '<', at(day.end))]),
      ]),
    )
    .execute();
  const items = rows.map(toEarning).flatMap((earning) => entriesOf(earning, day));
  return {
    day: day.day,
    totalFen: items.reduce((sum, { amountFen }) => sum + amountFen, 0),
    items: items.sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

function entriesOf(earning: StoredEarning, { start, end }: Day) {
  const within = (instant: Instant | null): instant is Instant =>
    instant !== null && instant >= start && instant < end;
  return [
    ...(within(earning.postedAt) ? [presentEntry(earning, 'earned', earning.postedAt)] : []),
    ...(within(earning.replacedAt) ? [presentEntry(earning, 'taken_back', earning.replacedAt)] : []),
  ];
}

/** An outlet's day by engineer; sums taken back that day are subtracted. */
export async function getOutletEarnings(
  db: PayDb,
  caller: Caller,
  asked: { day?: LocalDate; outletId?: Id },
  now: Instant,
) {
  const day = dayOf(asked.day, now);
  const outletId = outletOf(caller, asked.outletId);
  const [start, end] = [at(day.start), at(day.end)];
  const { rows } = await sql<{ engineer_id: Id; orders: number; wage_fen: number; outlet_fee_fen: number }>`
    select engineer_id, count(distinct work_order_id)::int as orders,
      sum(sign * wage_fen)::bigint as wage_fen, sum(sign * outlet_fee_fen)::bigint as outlet_fee_fen
    from (
      select 1 as sign, engineer_id, work_order_id, wage_fen, outlet_fee_fen from pay.earning
      where outlet_id = ${outletId}::uuid and posted_at >= ${start} and posted_at < ${end}
      union all
      select -1, engineer_id, work_order_id, wage_fen, outlet_fee_fen from pay.earning
      where outlet_id = ${outletId}::uuid and replaced_at >= ${start} and replaced_at < ${end}
    ) entry group by engineer_id order by engineer_id`.execute(db);
  const engineers = rows.map((row) => ({
    engineerId: row.engineer_id,
    orders: row.orders,
    wageFen: row.wage_fen,
    outletFeeFen: row.outlet_fee_fen,
  }));
  const outletFeeFen = engineers.reduce((sum, engineer) => sum + engineer.outletFeeFen, 0);
  return { day: day.day, outletId, outletFeeFen, engineers };
}

function outletOf(caller: Caller, asked: Id | undefined): Id {
  if (caller.scope === 'outlet') return caller.outletId ?? NOBODY;
  if (asked !== undefined) return asked;
  throw invalidField('/outletId', 'required/outlet');
}

function dayOf(asked: LocalDate | undefined, now: Instant): Day {
  const day = asked ?? localDateOf(now, DEFAULT_ZONE);
  return {
    day,
    start: instantAt(day, 0, DEFAULT_ZONE),
    end: instantAt(addDays(day, 1), 0, DEFAULT_ZONE),
  };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
