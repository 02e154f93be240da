import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

const FOLDER = join(import.meta.dirname, '../../data');

/** Rows of a CSV file of this module's data, each with its columns by name. */
export function readRows<Column extends string>(
  name: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const rows: string[][] = parse(readFileSync(join(FOLDER, name), 'utf8'), { from_line: 1 });
  const [head, ...body] = rows;
  if (head?.join() !== columns.join()) throw new Error(`${name} must have the columns ${columns.join()}`);
  return body.map((cells) => recordOf(columns, cells));
}

function recordOf<Column extends string>(
  columns: readonly Column[],
  cells: string[],
): Record<Column, string> {
  // every column has its cell: the parser refuses rows of another length
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>;
}

/** A JSON file of this module's data. Throws when it is not of the schema. */
export function readJson<S extends TSchema>(name: string, schema: S): Static<S> {
  return Value.Parse(schema, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
}

/** Blank cells are nothing. */
export function orNull(cell: string): string | null {
  return cell === '' ? null : cell;
}

export function numberOrNull(cell: string): number | null {
  return cell === '' ? null : Number(cell);
}

/** Words parted by blanks. */
export function listOf(cell: string): string[] {
  return cell.split(' ').filter((word) => word !== '');
}
