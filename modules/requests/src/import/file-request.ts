import type { QueryOf, ResponseOf } from '@firstfix/contract';
import {
  IMPORT_FIELDS,
  IMPORT_FILE_TYPES,
  type ImportField,
  type importRequestFile,
  NO_IMPORT_FILE,
} from '@firstfix/contract/requests/import';
import { DomainError, invalidField } from '@firstfix/kernel';
import type { ImportChoice, ImportReport } from './import-choice.ts';

/** Errors people read through; the rest they meet when these are mended. */
const ERRORS_TOLD = 5_000;

/** The file a request came with. 422 for anything else. */
export function fileIn(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body;
  throw new DomainError(
    422,
    NO_IMPORT_FILE,
    `Send the file itself with its Content-Type, one of ${IMPORT_FILE_TYPES.join(', ')}.`,
  );
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
      throw invalidField(`/column/${index}`, 'column', 'Name each field and each column once, like phone:3.');
    }
    columns.set(field, place);
  }
  return { ...choice, columns };
}

export function presentReport(report: ImportReport): ResponseOf<typeof importRequestFile> {
  return {
    ...report,
    errorCount: report.errors.length,
    errors: report.errors.slice(0, ERRORS_TOLD),
    ignoredColumns: [...report.ignoredColumns],
  };
}
