import type { Endpoint } from '@firstfix/contract';
import fc, { type Arbitrary } from 'fast-check';
import { type HttpRequest, wellFormed } from './http-request.ts';
import { type JsonSchema, schemasOf } from './json-schema.ts';
import { type KnownIds, validValues } from './valid-values.ts';

/** The parts of a request before they are written down. */
export interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Requests as the contract wants them; `id` aims them at one row. */
export function validRequests(endpoint: Endpoint, known: KnownIds, id?: string): Arbitrary<HttpRequest> {
  return validParts(endpoint, known, id).map((parts) => wellFormed(endpoint, parts));
}

export function validParts(endpoint: Endpoint, known: KnownIds, id?: string): Arbitrary<Parts> {
  const { params, query, body } = schemasOf(endpoint);
  const fitting = id === undefined ? known.get(idField(endpoint.path)) : [id];
  // a body's own `id` is a new one, the path's one that exists
  const inPath = fitting === undefined ? known : new Map([...known, ['id', fitting]]);
  const part = (schema: typeof body, among: KnownIds) =>
    schema === undefined ? fc.constant(undefined) : validValues(schema, among);
  const parts = fc.record({
    params: part(params, inPath),
    query: part(query, known),
    body: part(body, known),
  });
  if (id === undefined) return parts;
  const name = /\{(\w+)\}/.exec(endpoint.path)?.[1] ?? 'id';
  return parts.map((one) => ({ ...one, params: { ...Object(one.params), [name]: id } }));
}

/** The name an `{id}` has elsewhere: `/api/work-orders/{id}` → `workOrderId`. */
function idField(path: string): string {
  const plural = /\/api\/([a-z-]+)\/\{id\}/.exec(path)?.[1] ?? '';
  const singular = plural.replace(/ies$/, 'y').replace(/s$/, '');
  return `${singular.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`;
}

/** The day on which everything in a test happens. */
const TODAY = '2026-11-21';

/** A list as a person opens it, today, and narrowed by one of the ids at a time. */
export function plainLists(endpoint: Endpoint, among: KnownIds): HttpRequest[] {
  const { properties = {}, required = [] } = schemasOf(endpoint).query ?? {};
  const needed = required.map((name) => [name, sampleOf(properties[name] ?? {}, among, name)]);
  const filters = Object.keys(properties).flatMap((name) =>
    (among.get(name) ?? []).map((id) => ({ [name]: id })),
  );
  return [{}, ...filters].map((filter) =>
    wellFormed(endpoint, { query: { ...Object.fromEntries(needed), ...filter } }),
  );
}

function sampleOf(schema: JsonSchema, among: KnownIds, name: string): unknown {
  if (schema.format === 'date') return TODAY;
  return fc.sample(validValues(schema, among, name), { numRuns: 1, seed: 1 })[0];
}
