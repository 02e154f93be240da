import type pg from 'pg';
import { valueTypes } from './value-types.ts';

/** Makes a row of the texts of its columns. */
export type RowReader = (texts: readonly (string | null)[]) => Record<string, unknown>;

/** Rows with these columns. Of two with the same name the last one counts. */
export function rowReader(fields: readonly pg.FieldDef[]): RowReader {
  const columns = fields.map(({ name, dataTypeID }) => ({
    name,
    parse: valueTypes.getTypeParser(dataTypeID, 'text'),
  }));
  const empty = Object.fromEntries(columns.map(({ name }) => [name, null]));
  return (texts) => {
    const row: Record<string, unknown> = { ...empty };
    columns.forEach(({ name, parse }, index) => {
      const text = texts[index] ?? null;
      row[name] = text === null ? null : parse(text);
    });
    return row;
  };
}
