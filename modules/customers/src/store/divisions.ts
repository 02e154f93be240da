import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildGazetteer, type Division, type DivisionRow } from '../gazetteer.ts';

const FOLDER = join(import.meta.dirname, '../../data');
let gazetteer: readonly Division[] | undefined;
let districts: ReadonlySet<string> | undefined;

/** The divisions the product ships, read at the first address. */
export function chinaDivisions(): readonly Division[] {
  gazetteer ??= readDivisions();
  return gazetteer;
}

/** Whether it is the code of a district or county; 99… is given to no place, and the demo city stands there. */
export function isDistrict(code: string): boolean {
  districts ??= new Set(
    chinaDivisions().flatMap(({ children }) =>
      children.flatMap((city) => city.children.map((one) => one.code)),
    ),
  );
  return districts.has(code) || /^99\d{4}$/.test(code);
}

/** City and district in words; empty for a code given to no place. */
export function districtName(code: string): string {
  const within = (divisions: readonly Division[]) => divisions.find((one) => code.startsWith(one.code));
  const city = within(within(chinaDivisions())?.children ?? []);
  const district = within(city?.children ?? []);
  if (!city || !district) return '';
  return city.unwritten ? district.name : `${city.name}${district.name}`;
}

function readDivisions(): readonly Division[] {
  const china = gunzipSync(readFileSync(join(FOLDER, 'divisions.csv.gz')));
  const demo = readFileSync(join(FOLDER, 'demo-divisions.csv'));
  return buildGazetteer([china, demo].flatMap(rowsOf));
}

/** Rows below the head line. */
function rowsOf(bytes: Buffer): DivisionRow[] {
  const [, ...lines] = bytes.toString('utf8').trim().split('\n');
  return lines.map((line) => {
    const [code = '', name = ''] = line.split(',');
    return { code, name };
  });
}
