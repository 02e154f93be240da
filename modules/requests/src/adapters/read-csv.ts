import { CsvError, parse } from 'csv-parse/sync';
import { fileError, type ImportError, type TableReading, tableOf } from '../import/table.ts';

/** Reads CSV in UTF-8 or GBK, parted by comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array): TableReading {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  if (text === undefined) {
    return fileError({ says: 'encoding' });
  }
  if (text.includes('\u0000')) return fileError({ says: 'not_text' });
  const records = parseRecords(text);
  return 'error' in records ? records : { ...tableOf(records.records, 0), sheets: { names: [], read: null } };
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
