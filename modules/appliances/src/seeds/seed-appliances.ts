import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tx } from '@firstfix/platform';
import { parse } from 'csv-parse/sync';
import type { DB } from '../tables.ts';

const FOLDER = join(import.meta.dirname, '../../data');

/** Writes the guarantees the product ships; those that are there already stay as they are. */
export async function seedAppliances(tx: Tx): Promise<void> {
  const db = tx.tables<DB>();
  await Promise.all([
    db
      .insertInto('appliances.warranty_policy')
      .values(rowsOf('three-guarantees.csv', 14).map(policyColumns))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
    db
      .insertInto('appliances.no_invoice_rule')
      .values(
        rowsOf('no-invoice-rules.csv', 3).map(([brand = '', effectiveFrom = '', months = '']) => ({
          brand,
          effective_from: effectiveFrom,
          months_after_production: Number(months),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  ]);
}

/** Rows below the head line, each of so many cells. */
function rowsOf(name: string, cells: number): string[][] {
  const rows: string[][] = parse(readFileSync(join(FOLDER, name), 'utf8'), { from_line: 2 });
  if (rows.some((row) => row.length !== cells)) throw new Error(`${name} must have ${cells} columns`);
  return rows;
}

function policyColumns(row: readonly string[]) {
  const [
    policyVersion = '',
    effectiveFrom = '',
    goodsCode = '',
    unit,
    mainPart,
    mainParts = '',
    labour,
    ...days
  ] = row;
  const [refund, exchange, failed, holds, partWait, repairerDelay, depreciation] = days.map(Number);
  return {
    policy_version: policyVersion,
    effective_from: effectiveFrom,
    goods_code: goodsCode,
    unit_months: Number(unit),
    main_part_months: Number(mainPart),
    main_parts: mainParts.split(' '),
    main_part_labour: labour === 'true',
    refund_days: refund ?? 0,
    exchange_days: exchange ?? 0,
    failed_repairs: failed ?? 0,
    holds_days: holds ?? 0,
    part_wait_days: partWait ?? 0,
    repairer_delay_days: repairerDelay ?? 0,
    depreciation_per_day_bp: depreciation ?? 0,
  };
}
