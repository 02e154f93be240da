import type { Endpoint } from '@firstfix/contract';
import fc, { type Arbitrary } from 'fast-check';
import { hostileValues, spoiled } from './hostile-values.ts';
import { type HttpRequest, wellFormed } from './http-request.ts';
import { isObject } from './json-schema.ts';
import { type Parts, validParts } from './valid-requests.ts';
import type { KnownIds } from './valid-values.ts';

/** Longer ones Node refuses itself, before anything of ours runs. */
const LONGEST_URL = 12_000;

/** Requests to one route: as they should be, with one thing wrong, and with nothing right. */
export function fuzzRequests(endpoint: Endpoint, known: KnownIds): Arbitrary<HttpRequest> {
  const valid = validParts(endpoint, known);
  return fc.oneof(
    { arbitrary: withHeaders(valid.map((parts) => wellFormed(endpoint, parts))), weight: 5 },
    { arbitrary: valid.chain(spoiledParts).map((parts) => requestOf(endpoint, parts)), weight: 5 },
    { arbitrary: valid.chain((parts) => brokenBodies(requestOf(endpoint, parts))), weight: 1 },
  );
}

function spoiledParts(parts: Parts): Arbitrary<Parts> {
  const present = (['params', 'query', 'body'] as const).filter((part) => parts[part] !== undefined);
  if (present.length === 0)
    return fc.record({ params: fc.constant({}), query: fc.constant({ x: '1' }), body: hostileValues });
  return fc
    .constantFrom(...present, ...present.filter((part) => part === 'body'))
    .chain((part) => spoiled(parts[part]).map((worse) => ({ ...parts, [part]: worse })));
}

function requestOf(endpoint: Endpoint, { params, query, body }: Parts): HttpRequest {
  const sent = endpoint.method === 'GET' ? undefined : body;
  const request = wellFormed(endpoint, { params: texts(params), query: texts(query), body: sent });
  return { ...request, url: request.url.slice(0, LONGEST_URL) };
}

/** Only what a URL can say: no lone surrogates, nested values as JSON. */
function texts(value: unknown): Record<string, unknown> {
  if (!isObject(value)) return { id: text(value) };
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      text(name),
      Array.isArray(one) ? one.slice(0, 300).map(text) : text(one),
    ]),
  );
}

function text(value: unknown): string {
  const said = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return said.toWellFormed().slice(0, 3000);
}

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'idempotency-key': 'the-same-key' },
  { 'idempotency-key': ' ' },
  { 'if-match': '"1"' },
  { 'if-match': '"99999999999"' },
  { 'if-match': 'W/"x"' },
  { 'x-request-id': "'; --" },
];

function withHeaders(requests: Arbitrary<HttpRequest>): Arbitrary<HttpRequest> {
  const more = fc.oneof({ arbitrary: fc.constant({}), weight: 4 }, fc.constantFrom(...HEADERS));
  return fc
    .tuple(requests, more)
    .map(([request, headers]) => ({ ...request, headers: { ...request.headers, ...headers } }));
}

const CONTENT_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/xml',
  'image/png',
  'application/json; charset=utf-16',
  'nonsense',
];

/** Bodies that are no JSON, too large, or called something else than they are. */
function brokenBodies(request: HttpRequest): Arbitrary<HttpRequest> {
  if (request.method === 'GET')
    return fc.constant({ ...request, url: `${request.url}&limit=1&limit=x&%00=%ff&[]=1` });
  const json = { 'content-type': 'application/json' };
  return fc.oneof(
    fc
      .constantFrom('{', '', 'null', '[]', '"', '{"a":1,}', '\ufeff{}', 'undefined')
      .map((body) => ({ ...request, headers: json, body })),
    fc.constant({ ...request, headers: json, body: '['.repeat(20_000) }),
    fc.constant({ ...request, headers: json, body: `"${'x'.repeat(1_000_001)}"` }),
    fc
      .constantFrom(...CONTENT_TYPES)
      .map((type) => ({ ...request, headers: { 'content-type': type }, body: request.body ?? 'a=1' })),
  );
}
