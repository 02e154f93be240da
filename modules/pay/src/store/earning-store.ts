import type { EarningLine } from '@firstfix/contract/pay/schemas';
import { fen, type Id, type Instant, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Selectable, sql } from 'kysely';
import type { Earning } from '../earning.ts';
import type { DB, PayEarning } from '../tables.ts';
import type { WorkFacts } from '../wage.ts';
import type { PayDb } from './payment-store.ts';

export type StoredEarning = Earning & { readonly replacedAt: Instant | null };

type EarningHead = Pick<Earning, 'workOrderId' | 'revision' | 'facts' | 'policyVersion'>;

/** The earning that counts now; the order's lock keeps it so. */
export async function findCurrentHead(db: PayDb, workOrderId: Id): Promise<EarningHead | undefined> {
  const row = await db
    .selectFrom('pay.earning')
    .selectAll()
    .where('work_order_id', '=', workOrderId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      workOrderId,
      revision: row.revision,
      facts: row.facts as WorkFacts & PayEarning['facts'],
      policyVersion: row.policy_version,
    }
  );
}

/** Stores the earning with its lines; the one before it is marked replaced. */
export async function insertEarning(tx: Tx, earning: Earning): Promise<void> {
  const db = tx.tables<DB>();
  await Promise.all([
    db
      .updateTable('pay.earning')
      .set({ replaced_at: toDate(earning.postedAt) })
      .where('work_order_id', '=', earning.workOrderId)
      .where('replaced_at', 'is', null)
      .execute(),
    db
      .insertInto('pay.earning')
      .values({ ...earningColumns(earning), facts: JSON.stringify(earning.facts) })
      .execute(),
    db
      .insertInto('pay.earning_line')
      .values(earningLineColumns(earning).map((line) => ({ ...line, inputs: JSON.stringify(line.inputs) })))
      .execute(),
  ]);
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
