import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from './json-schema.ts';

/** Ids that exist, by the name of the field they fit best; every other id field takes any of them. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NIL = '00000000-0000-0000-0000-000000000000';
const LONGEST_LIST = 4;
const LONGEST_TEXT = 60;
const MOST = 2 ** 31 - 1;

/** Values that fit a schema, its bounds among them. */
export function validValues(schema: JsonSchema, known: KnownIds, name = ''): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => validValues(one, known, name)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => validObjects(one, known))).map(merged);
  switch (schema.type) {
    case 'object':
      return validObjects(schema, known);
    case 'array':
      return validLists(schema, known, name);
    case 'string':
      return validTexts(schema, known, name);
    case 'integer':
      return withBounds(schema, fc.integer({ min: schema.minimum ?? -MOST, max: schema.maximum ?? MOST }));
    case 'number':
      return withBounds(
        schema,
        fc.double({ min: schema.minimum ?? -1e15, max: schema.maximum ?? 1e15, noNaN: true }),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

function merged(parts: readonly unknown[]): unknown {
  return Object.assign({}, ...parts);
}

function withBounds({ minimum, maximum }: JsonSchema, inside: Arbitrary<number>): Arbitrary<number> {
  const bounds = [minimum, maximum].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? inside : fc.oneof(inside, fc.constantFrom(...bounds));
}

function validObjects(schema: JsonSchema, known: KnownIds): Arbitrary<Record<string, unknown>> {
  const { properties = {}, required = [], patternProperties } = schema;
  const [anyProperty] = Object.values(patternProperties ?? {});
  if (anyProperty) return fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), validValues(anyProperty, known));
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, validValues(one, known, name)]),
  );
  return fc.record(model, { requiredKeys: [...required] });
}

function validLists({ items = {}, minItems = 0, maxItems }: JsonSchema, known: KnownIds, name: string) {
  const maxLength = Math.max(minItems, Math.min(maxItems ?? LONGEST_LIST, LONGEST_LIST));
  return fc.array(validValues(items, known, name.replace(/s$/, '')), { minLength: minItems, maxLength });
}

function validTexts(
  { format, pattern, minLength = 0, maxLength }: JsonSchema,
  known: KnownIds,
  name: string,
) {
  if (format === 'uuid') return validIds(known, name);
  if (format === 'date') return fc.oneof(fc.constantFrom('2026-11-21', '2026-11-22', '2028-02-29'), someDay);
  if (format === 'date-time')
    return fc.oneof(fc.constantFrom('2026-11-21T02:00:00Z', '2026-11-21T06:00:00.000Z'), someTime);
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const longest = Math.max(minLength, Math.min(maxLength ?? LONGEST_TEXT, LONGEST_TEXT));
  const words = fc.string({ unit: 'grapheme', minLength, maxLength: longest });
  const codes = (known.get(`code:${name}`) ?? []).filter((code) => code.length <= (maxLength ?? code.length));
  const full = fc.constant('长'.repeat(maxLength ?? longest));
  const some = fc.oneof({ arbitrary: words, weight: 4 }, { arbitrary: full, weight: 1 });
  return codes.length === 0 ? some : fc.oneof(some, { arbitrary: fc.constantFrom(...codes), weight: 8 });
}

/** Days and instants from 1990 to 2060: what a person could mean. */
const someTime = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const someDay = someTime.map((time) => time.slice(0, 10));

/** Mostly ids that exist, of the right kind first; also unknown ones and the one of nothing. */
function validIds(known: KnownIds, name: string): Arbitrary<string> {
  const all = [...known.values()].flat().filter((id) => UUID.test(id));
  const fitting = known.get(name) ?? all;
  return fc.oneof(
    { arbitrary: fitting.length === 0 ? fc.uuid() : fc.constantFrom(...fitting), weight: 6 },
    { arbitrary: all.length === 0 ? fc.uuid() : fc.constantFrom(...all), weight: 1 },
    { arbitrary: fc.uuid(), weight: 1 },
    { arbitrary: fc.constant(NIL), weight: 1 },
  );
}
