import { invalidField } from '@firstfix/contract/refusal';
import { fen, type Id, newId } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import type { PriceLine, PriceList } from '../price-list.ts';
import { insertPriceList, toPriceLine } from '../store.ts';
import type { DB } from '../tables.ts';

interface Draft {
  readonly regionCode: string;
  readonly effectiveFrom: LocalDate;
  readonly basedOn: Id | null;
  readonly lines: readonly (Omit<PriceLine, 'unitFen'> & { readonly unitFen: number })[];
}

/** A list nobody pays by yet. Given lines replace those of the same code in the list it is based on. */
export async function draftPriceList(tx: Tx, draft: Draft): Promise<{ list: PriceList; lines: PriceLine[] }> {
  const base = draft.basedOn === null ? [] : await linesToStartFrom(tx, draft.basedOn);
  const given = draft.lines.map((line) => ({ ...line, unitFen: fen(line.unitFen) }));
  mustBeDistinct(given);
  await mustBeKnown(tx, given);
  const lines = [...new Map([...base, ...given].map((line) => [line.code, line])).values()];
  const list: PriceList = {
    id: newId(),
    regionCode: draft.regionCode,
    effectiveFrom: draft.effectiveFrom,
    state: 'draft',
    publishedAt: null,
    version: 1,
  };
  await insertPriceList(tx, list, lines);
  return { list, lines };
}

async function linesToStartFrom(tx: Tx, id: Id): Promise<PriceLine[]> {
  const rows = await tx
    .tables<DB>()
    .selectFrom('catalogue.price_line')
    .selectAll()
    .where('price_list_id', '=', id)
    .orderBy('code')
    .execute();
  if (rows.length === 0) throw invalidField('/basedOn', 'unknown/price_list', { id });
  return rows.map(toPriceLine);
}

function mustBeDistinct(lines: readonly PriceLine[]): void {
  const seen = new Set<string>();
  for (const [index, { code }] of lines.entries()) {
    if (seen.has(code)) throw invalidField(`/lines/${index}/code`, 'twice/price_code', { code });
    seen.add(code);
  }
}

async function mustBeKnown(tx: Tx, lines: readonly PriceLine[]): Promise<void> {
  const db = tx.tables<DB>();
  const [categories, workTypes] = await Promise.all([
    db.selectFrom('catalogue.category').select('code').execute(),
    db.selectFrom('catalogue.work_type').select('code').execute(),
  ]);
  const known = {
    category: new Set(categories.map(({ code }) => code)),
    workType: new Set(workTypes.map(({ code }) => code)),
  };
  for (const [index, line] of lines.entries()) {
    for (const field of ['category', 'workType'] as const) {
      const code = line[field];
      if (code !== null && !known[field].has(code)) {
        throw invalidField(`/lines/${index}/${field}`, 'unknown/code', { code });
      }
    }
  }
}
