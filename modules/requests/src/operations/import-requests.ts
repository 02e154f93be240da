import { PHONE_REFUSAL_WORDS, readPhone } from '@firstfix/customers';
import { type Instant, maskPhones } from '@firstfix/kernel';
import { type Runtime, systemActor, type Tx } from '@firstfix/platform';
import type { ImportRow, Readers } from '../import/check-row.ts';
import { checkTable } from '../import/check-table.ts';
import { codeWords } from '../import/code-words.ts';
import type { ImportChoice, ImportReport } from '../import/import-choice.ts';
import type { ImportError } from '../import/table.ts';
import { lockBySource } from '../queries/find-by-external-ids.ts';
import type { ServiceRequest } from '../service-request.ts';
import type { Means } from './means.ts';
import { placeRows } from './place-rows.ts';
import { registerRows } from './register-rows.ts';
import { renewWords } from './renew-words.ts';

/** Brings in a file: every row is checked before the first is stored, and all are stored in one transaction. */
export async function importRequests(
  transactor: Runtime['transactor'],
  meansAt: (now: Instant) => Promise<Means>,
  bytes: Uint8Array,
  choice: ImportChoice,
): Promise<ImportReport> {
  return transactor.transact(systemActor('import'), async (tx) =>
    importFile(tx, await meansAt(tx.now), bytes, choice),
  );
}

/** As `importRequests`, in the transaction of whoever sent the file. */
export async function importFile(
  tx: Tx,
  means: Means,
  bytes: Uint8Array,
  choice: ImportChoice,
): Promise<ImportReport> {
  const read = await means.files.read(bytes, choice.sheet);
  if ('error' in read) return refused(choice, 0, [read.error], []);
  const checked = checkTable(read.table, await readersOf(means), choice.columns);
  const rows = read.table.rows.length;
  if (checked.errors.length > 0) return refused(choice, rows, checked.errors, checked.ignoredColumns);
  const done = await bringIn(tx, means, checked.rows, choice);
  if ('errors' in done) return refused(choice, rows, done.errors, checked.ignoredColumns);
  return { rows, ...done, errors: [], ignoredColumns: checked.ignoredColumns, dryRun: choice.dryRun };
}

function refused(
  { dryRun }: ImportChoice,
  rows: number,
  errors: readonly ImportError[],
  ignoredColumns: readonly string[],
): ImportReport {
  return { rows, registered: 0, updated: 0, unchanged: 0, errors, ignoredColumns, dryRun };
}

type Counts = Pick<ImportReport, 'registered' | 'updated' | 'unchanged'>;

async function bringIn(
  tx: Tx,
  means: Means,
  rows: readonly ImportRow[],
  choice: ImportChoice,
): Promise<Counts | { readonly errors: readonly ImportError[] }> {
  const known = await lockBySource(
    tx,
    choice.source,
    rows.map(({ externalId }) => externalId),
  );
  const strangers = rows.filter(({ externalId }) => !known.has(externalId));
  const { placed, errors } = await placeRows(tx, means, strangers);
  if (errors.length > 0) return { errors };
  const changed = rows.filter((row) => isNews(known.get(row.externalId), row));
  const counts = {
    registered: strangers.length,
    updated: changed.length,
    unchanged: rows.length - strangers.length - changed.length,
  };
  if (choice.dryRun) return counts;
  await registerRows(tx, means, placed, choice);
  for (const { externalId, words } of changed) {
    const request = known.get(externalId);
    if (request) await renewWords(tx, means, request, words);
  }
  const { source, triage } = choice;
  tx.audit({
    action: 'importRequests',
    subjectType: 'requests',
    subjectId: null,
    after: { source, triage, ...counts },
  });
  return counts;
}

function isNews(known: ServiceRequest | undefined, { words }: ImportRow): boolean {
  return known?.state === 'registered' && known.words !== maskPhones(words);
}

async function readersOf({ catalogue, customers }: Means): Promise<Readers> {
  const [workTypes, categories] = await Promise.all([catalogue.listWorkTypes(), catalogue.listCategories()]);
  const seen = new Map<string, ReturnType<Readers['address']>>();
  return {
    phone: (text) => {
      const reading = readPhone(text);
      return reading.kind === 'refused'
        ? { refusal: { says: PHONE_REFUSAL_WORDS[reading.reason] } }
        : { value: reading.phone };
    },
    address: (text) => {
      const before = seen.get(text) ?? readAddress(customers, text);
      seen.set(text, before);
      return before;
    },
    workType: codeWords(workTypes),
    category: codeWords(categories),
    isDistrict: customers.isDistrict,
  };
}

const ADDRESS_REFUSALS = {
  empty: 'empty/address',
  no_division: 'no_division',
  no_district: 'no_district',
} as const;

function readAddress(customers: Means['customers'], text: string): ReturnType<Readers['address']> {
  const reading = customers.readAddress(text);
  if (reading.kind === 'refused') return { refusal: { says: ADDRESS_REFUSALS[reading.reason] } };
  const [first, ...others] = reading.candidates;
  if (others.length > 0) {
    const names = reading.candidates.map(
      (one) => `${one.province}${one.city ?? ''}${one.district} ${one.districtCode}`,
    );
    const params = { places: names.slice(0, 5).join(', ') };
    return { refusal: { says: 'invalid/several_districts', params } };
  }
  if (first.community === '') return { refusal: { says: 'invalid/no_community' } };
  return { value: { districtCode: first.districtCode, community: first.community, door: first.door } };
}
