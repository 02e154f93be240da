import { CsvError, parse } from 'csv-parse/sync';
import type { ImportError, ImportFault, Table } from '../import/table.ts';
import { isZip, readXlsx } from './read-xlsx.ts';
import { ZipError } from './zip.ts';

export type TableReading = { readonly table: Table } | { readonly error: ImportError };

const MAX_ROWS = 50_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads an XLSX workbook's first sheet, or a CSV file in UTF-8 or GBK, parted by comma, semicolon or tab. */
export function readTable(bytes: Uint8Array): TableReading {
  if (bytes.byteLength > MAX_BYTES)
    return fileError({ says: 'too_large/file', params: { megabytes: MAX_BYTES >> 20 } });
  return isZip(bytes) ? readWorkbook(bytes) : readCsv(bytes);
}

function readWorkbook(bytes: Uint8Array): TableReading {
  try {
    return tableOf(readXlsx(bytes, MAX_ROWS + 1));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return fileError({ says: error.says });
  }
}

function readCsv(bytes: Uint8Array): TableReading {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  if (text === undefined) {
    return fileError({ says: 'encoding' });
  }
  if (text.includes('\u0000')) return fileError({ says: 'not_text' });
  const records = parseRecords(text);
  return 'error' in records ? records : tableOf(records.records);
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function parseRecords(text: string): { records: string[][] } | { error: ImportError } {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      trim: true,
      max_record_size: 100_000,
    });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const params = { reason: error.code };
    return { error: { row: Number(error.lines ?? 1), field: '', says: 'csv', params } };
  }
}

/** The one the first line holds most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

function tableOf([header, ...records]: string[][]): TableReading {
  if (!header || header.every((cell) => cell === '')) return fileError({ says: 'empty/file' });
  if (records.length > MAX_ROWS) return fileError({ says: 'too_many_rows', params: { rows: MAX_ROWS } });
  const rows = records
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { table: { header, rows } };
}

function fileError(fault: ImportFault): { error: ImportError } {
  return { error: { row: 0, field: '', ...fault } };
}
