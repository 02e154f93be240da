import fc, { type Arbitrary } from 'fast-check';
import { isObject } from './json-schema.ts';

const TEXTS = [
  '',
  ' ',
  'a\u0000b',
  '\u0000',
  '🧊🔧👨‍👩‍👧‍👦',
  '\ud800',
  'x\udfffy',
  '\u202eمرحبا\u200f',
  `'"\`\\`,
  "'; drop table orders.work_order; --",
  "%' or 1=1 --",
  '%_%\\',
  '{{7*7}}<script>alert(1)</script>',
  '长'.repeat(5000),
  'null',
  'NaN',
  '-',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '2026-11-21T01:00:60Z',
  '+275760-09-14T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '0000-00-00',
  '00000000-0000-0000-0000-000000000000',
  '019A0000-0000-7000-8000-000000000000',
  '../../etc/passwd',
  'eyJhIjoxfQ',
  'WyIxIiwiMiJd',
  'WzFlMzA4LCJ4Il0',
] as const;

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  1.0000001,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
  5e-324,
];

/** Deeper than anybody's data, not so deep that reading JSON fails. */
function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** What nobody should send, whatever the field. */
export const hostileValues: Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.constantFrom<unknown>(...TEXTS), weight: 6 },
  { arbitrary: fc.constantFrom<unknown>(...NUMBERS), weight: 4 },
  { arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1 }), weight: 3 },
  { arbitrary: fc.constantFrom(40, 3000).map(nested), weight: 1 },
  { arbitrary: fc.constant(Array.from({ length: 2000 }, (_, index) => index)), weight: 1 },
);

const ODD_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'id',
  'version',
  'role',
  '',
  '\u0000',
  'x'.repeat(300),
];

/** One place of a value changed for the worse: another value, a field less, a field more. */
export function spoiled(value: unknown): Arbitrary<unknown> {
  const whole = hostileValues;
  if (Array.isArray(value)) return fc.oneof(whole, spoiledList(value));
  if (isObject(value))
    return fc.oneof({ arbitrary: whole, weight: 1 }, { arbitrary: spoiledObject(value), weight: 8 });
  return whole;
}

function spoiledList(list: readonly unknown[]): Arbitrary<unknown> {
  const [first] = list;
  if (first === undefined) return fc.constant([null]);
  return fc.oneof(
    spoiled(first).map((changed) => [changed, ...list.slice(1)]),
    fc.constant([first, first, ...list]),
    fc.constant(Array.from({ length: 1001 }, () => first)),
  );
}

function spoiledObject(object: Record<string, unknown>): Arbitrary<unknown> {
  const added = fc
    .tuple(fc.constantFrom(...ODD_NAMES), hostileValues)
    .map(([name, extra]) => Object.fromEntries([...Object.entries(object), [name, extra]]));
  const names = Object.keys(object);
  if (names.length === 0) return added;
  const name = fc.constantFrom(...names);
  const removed = name.map((gone) =>
    Object.fromEntries(Object.entries(object).filter(([key]) => key !== gone)),
  );
  const changed = name.chain((key) => spoiled(object[key]).map((worse) => ({ ...object, [key]: worse })));
  return fc.oneof(
    { arbitrary: changed, weight: 8 },
    { arbitrary: removed, weight: 2 },
    { arbitrary: added, weight: 1 },
  );
}
