import type { EarningLine } from '@firstfix/contract/pay/schemas';
import { fen, type Id, type Instant, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery, type Selectable, sql } from 'kysely';
import type { Earning } from '../earning.ts';
import type { DB, PayEarning } from '../tables.ts';
import type { WorkFacts } from '../wage.ts';
import type { PayDb } from './payment-store.ts';

export type StoredEarning = Earning & { readonly replacedAt: Instant | null };

type EarningHead = Pick<Earning, 'workOrderId' | 'revision' | 'facts' | 'policyVersion'>;

const CURRENT_HEAD = `select revision, facts, policy_version as "policyVersion" from pay.earning
  where work_order_id = $1 and replaced_at is null`;

/** The earning that counts now; the order's lock keeps it so. */
export async function findCurrentHead(db: PayDb, workOrderId: Id): Promise<EarningHead | undefined> {
  const query = CompiledQuery.raw(CURRENT_HEAD, [workOrderId]);
  const [head] = (await db.executeQuery<Omit<EarningHead, 'workOrderId'>>(query)).rows;
  return head && { workOrderId, ...head };
}

/** The earning that counted until now makes room for another. */
export async function markReplaced(tx: Tx, { workOrderId, revision }: EarningHead): Promise<void> {
  await tx
    .tables<DB>()
    .updateTable('pay.earning')
    .set({ replaced_at: toDate(tx.now) })
    .where('work_order_id', '=', workOrderId)
    .where('revision', '=', revision)
    .execute();
}

const EARNING_COLUMNS = [
  'work_order_id',
  'revision',
  'engineer_id',
  'outlet_id',
  'territory_id',
  'stars',
  'policy_version',
  'wage_fen',
  'outlet_fee_fen',
  'posted_at',
  'facts',
] as const satisfies readonly (keyof PayEarning)[];

const INSERT = `with earning as (
    insert into pay.earning (${EARNING_COLUMNS.join(', ')})
    values (${EARNING_COLUMNS.map((_, index) => `$${index + 2}`).join(', ')})
  )
  insert into pay.earning_line (work_order_id, revision, payee, seq, rule, inputs, arithmetic, amount_fen)
  select work_order_id, revision, payee, seq, rule, inputs, arithmetic, amount_fen
  from jsonb_populate_recordset(null::pay.earning_line, $1::jsonb)`;

/** Stores the earning with its lines. */
export async function insertEarning(tx: Tx, earning: Earning): Promise<void> {
  const row = { ...earningColumns(earning), facts: JSON.stringify(earning.facts) };
  const parameters = [
    JSON.stringify(earningLineColumns(earning)),
    ...EARNING_COLUMNS.map((column) => row[column]),
  ];
  await tx.tables<DB>().executeQuery(CompiledQuery.raw(INSERT, parameters));
}

/** The whole row but for the facts. */
export function earningColumns(earning: Earning) {
  return {
    work_order_id: earning.workOrderId,
    revision: earning.revision,
    engineer_id: earning.engineerId,
    outlet_id: earning.outletId,
    territory_id: earning.territoryId,
    stars: earning.stars,
    policy_version: earning.policyVersion,
    wage_fen: earning.wageFen,
    outlet_fee_fen: earning.outletFeeFen,
    posted_at: toDate(earning.postedAt),
  };
}

/** The rows of its lines. */
export function earningLineColumns(earning: Earning) {
  return [
    ...lineColumns(earning, 'engineer', earning.wageLines),
    ...lineColumns(earning, 'outlet', earning.outletFeeLines),
  ];
}

function lineColumns(
  { workOrderId, revision }: Earning,
  payee: 'engineer' | 'outlet',
  lines: readonly EarningLine[],
) {
  return lines.map((line, seq) => ({
    work_order_id: workOrderId,
    revision,
    payee,
    seq,
    rule: line.rule,
    inputs: line.inputs,
    arithmetic: line.arithmetic,
    amount_fen: line.amountFen,
  }));
}

/** The lines come as one JSON column, so that a day is one statement. */
export const LINES = sql<(EarningLine & { payee: string })[]>`(
  select json_agg(json_build_object('payee', l.payee, 'rule', l.rule, 'inputs', l.inputs,
    'arithmetic', l.arithmetic, 'amountFen', l.amount_fen) order by l.payee, l.seq)
  from pay.earning_line l where l.work_order_id = e.work_order_id and l.revision = e.revision)`.as('lines');

export type EarningRow = Selectable<PayEarning> & { readonly lines: (EarningLine & { payee: string })[] };

export function toEarning(row: EarningRow): StoredEarning {
  return {
    workOrderId: row.work_order_id,
    revision: row.revision,
    engineerId: row.engineer_id,
    outletId: row.outlet_id,
    territoryId: row.territory_id,
    stars: row.stars,
    policyVersion: row.policy_version,
    facts: row.facts as WorkFacts & PayEarning['facts'],
    wageFen: fen(row.wage_fen),
    wageLines: row.lines.filter(({ payee }) => payee === 'engineer').map(toLine),
    outletFeeFen: fen(row.outlet_fee_fen),
    outletFeeLines: row.lines.filter(({ payee }) => payee === 'outlet').map(toLine),
    postedAt: row.posted_at,
    replacedAt: row.replaced_at,
  };
}

function toLine({ payee: _, ...line }: EarningLine & { payee: string }): EarningLine {
  return line;
}

export async function findCurrentEarning(db: PayDb, workOrderId: Id): Promise<StoredEarning | undefined> {
  const row = await db
    .selectFrom('pay.earning as e')
    .selectAll('e')
    .select(LINES)
    .where('e.work_order_id', '=', workOrderId)
    .where('e.replaced_at', 'is', null)
    .executeTakeFirst();
  return row && toEarning(row);
}
