import { dateStylesOf, textOfSerialDate } from '../import/xlsx-dates.ts';
import { attributeOf, type XmlEvent, xmlEvents } from '../import/xml-events.ts';
import { Zip, ZipError } from './zip.ts';

/** A part unpacked: far more than the rows that are taken need. */
const MAX_PART_BYTES = 100_000_000;
/** Columns beyond are nobody's. */
const MAX_COLUMNS = 200;

/** Whether a file is an archive, as XLSX files are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The first sheet of an XLSX workbook as rows of texts, each at its own place; dates as `2026-11-22 09:00`.
 * Throws `ZipError` for what is no workbook. Rows after `maxRows` are left out but for the first of them.
 */
export function readXlsx(bytes: Uint8Array, maxRows: number): string[][] {
  const zip = new Zip(bytes);
  const part = (name: string) => zip.text(name, MAX_PART_BYTES);
  const workbook = part('xl/workbook.xml');
  if (workbook === undefined) throw new ZipError('workbook/not_excel');
  const sheet = part(firstSheet(workbook, part('xl/_rels/workbook.xml.rels') ?? ''));
  if (sheet === undefined) throw new ZipError('workbook/no_sheet');
  const reader = new SheetReader({
    shared: sharedStrings(part('xl/sharedStrings.xml') ?? ''),
    dates: dateStylesOf(part('xl/styles.xml') ?? ''),
    from1904: /date1904\s*=\s*["'](?:1|true)/.test(workbook),
    maxRows,
  });
  for (const event of xmlEvents(sheet)) {
    reader.take(event);
    if (reader.isFull) break;
  }
  return reader.rows;
}

function firstSheet(workbook: string, relations: string): string {
  const id = elementsOf(workbook, 'sheet').map((attributes) => attributeOf(attributes, 'id'))[0];
  const relation = elementsOf(relations, 'Relationship').find((one) => attributeOf(one, 'Id') === id);
  const target = relation && attributeOf(relation, 'Target');
  if (target === undefined) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function elementsOf(xml: string, name: string): string[] {
  return [...xmlEvents(xml)].flatMap((event) =>
    event.kind === 'open' && event.name === name ? [event.attributes] : [],
  );
}

/** Texts that cells point to; how a name is read aloud (`rPh`) is no part of it. */
function sharedStrings(xml: string): string[] {
  const texts: string[] = [];
  let open = '';
  let aloud = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (open === 't' && !aloud) texts.push((texts.pop() ?? '') + event.text);
      continue;
    }
    if (event.name === 'rPh') aloud = event.kind === 'open';
    if (event.kind === 'open' && event.name === 'si') texts.push('');
    open = event.kind === 'open' ? event.name : '';
  }
  return texts;
}

interface Book {
  readonly shared: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
  readonly maxRows: number;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

/** Puts the cells of a sheet together as they come. */
class SheetReader {
  readonly rows: string[][] = [];
  readonly #book: Book;
  #row = -1;
  #cell: Cell | undefined;
  #open = '';
  #value = '';

  constructor(book: Book) {
    this.#book = book;
  }

  get isFull(): boolean {
    return this.rows.length > this.#book.maxRows;
  }

  take(event: XmlEvent): void {
    if (event.kind === 'text') {
      if (this.#open === 'v' || this.#open === 't') this.#value += event.text;
      return;
    }
    if (event.kind === 'close') {
      if (event.name === 'c') this.#put();
      this.#open = '';
      return;
    }
    this.#open = event.empty ? '' : event.name;
    if (event.name === 'row') this.#beginRow(event.attributes);
    if (event.name === 'c' && !event.empty) this.#beginCell(event.attributes);
  }

  /** Rows left out in the file are empty ones. */
  #beginRow(attributes: string): void {
    const given = Number(attributeOf(attributes, 'r') ?? this.#row + 2) - 1;
    this.#row = Math.min(
      Number.isInteger(given) && given > this.#row ? given : this.#row + 1,
      this.#book.maxRows,
    );
    while (this.rows.length <= this.#row) this.rows.push([]);
  }

  #beginCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    this.#value = '';
    this.#cell = {
      column: reference === undefined ? (this.rows[this.#row]?.length ?? 0) : columnOf(reference),
      type: attributeOf(attributes, 't') ?? 'n',
      style: Number(attributeOf(attributes, 's') ?? 0),
    };
  }

  #put(): void {
    const row = this.rows[this.#row];
    const cell = this.#cell;
    this.#cell = undefined;
    if (!row || !cell || cell.column >= MAX_COLUMNS) return;
    while (row.length < cell.column) row.push('');
    row[cell.column] = this.#text(cell).trim();
  }

  #text({ type, style }: Cell): string {
    const value = this.#value;
    if (type === 's') return this.#book.shared[Number(value)] ?? '';
    if (type !== 'n' || value === '') return value;
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    if (this.#book.dates.has(style)) return textOfSerialDate(number, this.#book.from1904);
    return String(number);
  }
}

/** `AB12` stands in column 27, counted from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
