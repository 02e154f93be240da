import { readXlsx, type Sheet } from 'hucre/xlsx';
import { gridOf, headRow } from '../import/sheet-grid.ts';
import { fileError, type TableReading, tableOf } from '../import/table.ts';
import { unpackedBytes } from './unpacked-bytes.ts';

/** Far more than the rows that are taken need; small files that unpack beyond are made to harm. */
const MAX_UNPACKED_BYTES = 250_000_000;

const UNREADABLE = fileError({ says: 'workbook' });

/** Reads the sheet named, else the first that is neither hidden nor empty. */
export async function readWorkbook(bytes: Uint8Array, chosen?: string): Promise<TableReading> {
  const unpacked = unpackedBytes(bytes);
  if (unpacked === undefined) return UNREADABLE;
  if (unpacked > MAX_UNPACKED_BYTES) {
    return fileError({ says: 'unpacked', params: { megabytes: MAX_UNPACKED_BYTES / 1_000_000 } });
  }
  const names: string[] = [];
  for (let at = 0; at === 0 || at < names.length; at += 1) {
    const found = await readSheet(bytes, chosen ?? at, names);
    if (found === 'unreadable') return UNREADABLE;
    const reading = found && readGrid(found, names);
    if (reading) return reading;
    if (chosen !== undefined) return { ...noSheet(chosen), sheets: { names, read: null } };
  }
  return fileError({ says: 'empty/sheets' });
}

function noSheet(name: string): TableReading {
  return fileError({ says: 'no_sheet', params: { name } });
}

function readGrid(sheet: Sheet, names: readonly string[]): TableReading | undefined {
  const grid = gridOf(sheet);
  const head = headRow(grid);
  return head < 0 ? undefined : { ...tableOf(grid, head), sheets: { names, read: sheet.name } };
}

/** One sheet, by its name or its place among those shown. `names` becomes the names of all shown. */
async function readSheet(
  bytes: Uint8Array,
  wanted: string | number,
  names: string[],
): Promise<Sheet | undefined | 'unreadable'> {
  names.length = 0;
  try {
    const { sheets } = await readXlsx(bytes, {
      readStyles: true,
      sheets: ({ name, hidden, veryHidden }) => {
        if (hidden || veryHidden) return false;
        names.push(name);
        return wanted === name || wanted === names.length - 1;
      },
    });
    return sheets[0];
  } catch {
    // nothing but the bytes can have caused it, and they come from outside
    return 'unreadable';
  }
}
