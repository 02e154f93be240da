import type { QueryOf, ResponseOf } from '@firstfix/contract';
import type { Language } from '@firstfix/contract/language';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import {
  IMPORT_FIELDS,
  IMPORT_FILE_TYPES,
  type ImportField,
  type importRequestFile,
  NO_IMPORT_FILE,
} from '@firstfix/contract/requests/import';
import type { ImportChoice, ImportReport } from './import-choice.ts';
import { tellImportError } from './tell-error.ts';

/** Errors people read through; the rest they meet when these are mended. */
const ERRORS_TOLD = 5_000;

/** The file a request came with. 422 for anything else. */
export function fileIn(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body;
  throw refusal(422, NO_IMPORT_FILE, { contentTypes: IMPORT_FILE_TYPES.join(', ') });
}

/** What the caller chose beside the file. 422 for a field nobody knows, or one or a column named twice. */
export function choiceOf(asked: QueryOf<typeof importRequestFile>): ImportChoice {
  const { source, triage = 'auto', dryRun = false, sheet, column } = asked;
  const choice = { source, triage, dryRun, ...(sheet === undefined ? {} : { sheet }) };
  if (column === undefined || column.length === 0) return choice;
  const columns = new Map<ImportField, number>();
  for (const [index, text] of column.entries()) {
    const [name, at] = text.split(':');
    const field = IMPORT_FIELDS.find((one) => one === name);
    const place = Number(at);
    if (field === undefined || columns.has(field) || [...columns.values()].includes(place)) {
      throw invalidField(`/column/${index}`, 'column');
    }
    columns.set(field, place);
  }
  return { ...choice, columns };
}

/** A report as it is told, in the words of its reader. */
export type ToldReport = ResponseOf<typeof importRequestFile>;

export function presentReport(report: ImportReport, language: Language): ToldReport {
  return {
    ...report,
    errorCount: report.errors.length,
    errors: report.errors.slice(0, ERRORS_TOLD).map((error) => tellImportError(error, language)),
    ignoredColumns: [...report.ignoredColumns],
  };
}
