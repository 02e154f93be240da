import type { ResponseOf } from '@firstfix/contract';
import type { Language } from '@firstfix/contract/language';
import type { readImportFile } from '@firstfix/contract/requests/import';
import { fieldOfHead } from '../import/columns.ts';
import type { Sheets, Table, TableReading } from '../import/table.ts';
import { tellImportError } from '../import/tell-error.ts';

const SAMPLES = 3;
const SAMPLE_LENGTH = 40;

const NO_SHEETS: Sheets = { names: [], read: null };

/** What stands in a file's columns and what each seems to hold. A field is proposed once. */
export function describeFile(read: TableReading, language: Language): ResponseOf<typeof readImportFile> {
  const { names, read: sheet } = read.sheets ?? NO_SHEETS;
  const sheets = { sheets: [...names], sheet };
  if ('error' in read) {
    return { ...sheets, rows: 0, columns: [], errors: [tellImportError(read.error, language)] };
  }
  const { header, rows } = read.table;
  const proposed = header.map((head) => fieldOfHead(head) ?? null);
  const columns = header.map((head, index) => {
    const field = proposed[index] ?? null;
    const isFirst = proposed.indexOf(field) === index;
    return { head, field: isFirst ? field : null, samples: samplesOf(read.table, index) };
  });
  return { ...sheets, rows: rows.length, columns, errors: [] };
}

function samplesOf({ rows }: Table, column: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    if (samples.length === SAMPLES) break;
    const cell = cells[column];
    if (cell) samples.push(cell.slice(0, SAMPLE_LENGTH));
  }
  return samples;
}
