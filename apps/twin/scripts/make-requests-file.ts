// Makes a CSV file for `firstfix import requests`: real words of people about their appliances, at homes of the
// demo city.
//   node apps/twin/scripts/make-requests-file.ts OUT.csv [--rows 2000] [--seed 1]
// The words are read from open_repair/large_appliances.csv in the folder FIRSTFIX_DATA (Open Repair Alliance,
// CC BY-SA 4.0); the file made is meant for trying out, not to be kept in the repository.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoCity, type Home } from '@firstfix/city';
import { createRandom } from '@firstfix/kernel/random';
import { parse } from 'csv-parse/sync';

const REPOSITORY = join(import.meta.dirname, '../../..');
const HEADER = [
  'external_id',
  'name',
  'phone',
  'district_code',
  'community',
  'door',
  'lat',
  'lng',
  'work_type',
  'category',
  'words',
];

interface Record {
  readonly partner_product_category: string;
  readonly product_category: string;
  readonly product_age: string;
  readonly brand: string;
  readonly problem: string;
}

/** Whatever none of these says is a kitchen appliance. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/air ?con|dehumidifier|fan\b/i, 'ac'],
  [/fridge|freez|refrigerat|koelkast|kühlschrank/i, 'fridge'],
  [/wash(?:ing|er)|dryer|wasmachine|waschmaschine|lave-linge/i, 'washer'],
  [/screen|tv\b|television/i, 'tv'],
  [/water heater|boiler/i, 'waterheater'],
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const [out] = positionals;
const data = process.env.FIRSTFIX_DATA;
const rows = Number(values.rows);
if (out === undefined || data === undefined || !Number.isInteger(rows) || rows < 1) {
  fail('FIRSTFIX_DATA=FOLDER node apps/twin/scripts/make-requests-file.ts OUT.csv [--rows 2000] [--seed 1]');
}
if (!relative(REPOSITORY, resolve(out)).startsWith('..')) fail('Choose a place outside the repository.');

const random = createRandom(`requests:${values.seed}`);
const homes = demoCity().homes(rows, `requests:${values.seed}`);
const records = parseRecords(await readFile(join(data, 'open_repair/large_appliances.csv'), 'utf8'));
const lines = homes.map(lineOf);
await writeFile(out, `\uFEFF${[HEADER, ...lines].map((cells) => cells.map(toCell).join(',')).join('\n')}\n`);
process.stdout.write(`${out}: ${rows} requests\n`);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function parseRecords(text: string): Record[] {
  const all: Record[] = parse(text, { columns: true, bom: true, relax_column_count: true });
  return all.filter(({ problem }) => problem.trim().length >= 10);
}

function lineOf({ districtCode, community, door, point }: Home, index: number): (string | number)[] {
  const record = random.pick(records);
  return [
    `ORDS-${values.seed}-${String(index + 1).padStart(6, '0')}`,
    `${random.pick([...'王李张刘陈杨赵黄周吴'])}${random.pick([...'伟芳娜敏静丽强磊军洋'])}`,
    // a range no operator has given out
    `190${values.seed.padStart(2, '0').slice(-2)}${String(index).padStart(6, '0')}`,
    districtCode,
    community,
    door,
    point.lat,
    point.lng,
    'repair',
    categoryOf(record),
    wordsOf(record),
  ];
}

function categoryOf({ product_category, partner_product_category, problem }: Record): string {
  const said = `${product_category} ${partner_product_category} ${problem}`;
  return KINDS.find(([words]) => words.test(said))?.[1] ?? 'kitchen';
}

function wordsOf({ problem, brand, product_age }: Record): string {
  const age = product_age === '' ? '' : `, ${product_age} years old`;
  return `${brand}${age}: ${problem}`.replaceAll(/\s+/g, ' ').slice(0, 1900);
}

function toCell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
