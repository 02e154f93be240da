import { fileError, type TableReading } from '../import/table.ts';
import { kindOf } from './file-kind.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

/** Reads an XLSX workbook or a CSV file, told apart by what they hold; `sheet` names the one wanted. */
export async function readTable(bytes: Uint8Array, sheet?: string): Promise<TableReading> {
  const kind = kindOf(bytes);
  if (kind === 'workbook') return readWorkbook(bytes, sheet);
  if (kind === 'text') return readCsv(bytes);
  return fileError({ says: kind });
}
