import { ALL_ENDPOINTS, type Endpoint, type Role } from '@firstfix/contract';
import { examineInstallation } from '@firstfix/server';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuzzRequests } from './fuzz-requests.ts';
import { type HttpAnswer, send } from './http-request.ts';
import { grantedRoles, isObject, nameOf } from './json-schema.ts';
import { knownIds } from './known-ids.ts';
import type { KnownIds } from './valid-values.ts';
import { accountIn, buildWorld, tokensIn, type World } from './world.ts';

/** More runs look deeper; another seed looks elsewhere. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 30);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121);
const ROUTE_TIMEOUT_MS = 60_000 + RUNS * 1000;

let app: TestApp;
let world: World;
let tokens: ReadonlyMap<Role, string>;
let known: KnownIds;
beforeAll(async () => {
  app = await startTestApp();
  world = await buildWorld(app, 0);
  tokens = await tokensIn(app, world);
  known = await knownIds(app);
});
afterAll(() => app.close());

describe(`${ALL_ENDPOINTS.length} routes × ${RUNS} requests, seed ${SEED}`, () => {
  it.each(ALL_ENDPOINTS.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s never fails inside and explains every refusal',
    async (_name, endpoint) => {
      await fuzz(endpoint);
      await app.runtime.clock.setFactor(0);
      await app.settle();
    },
    ROUTE_TIMEOUT_MS,
  );

  it('leaves nothing behind that the doctor finds', async () => {
    const findings = await examineInstallation({
      database: app.runtime.database.connection,
      dataDir: app.runtime.dataDir,
    });
    expect(findings.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
});

async function fuzz(endpoint: Endpoint): Promise<void> {
  const roles = fc.constantFrom(...grantedRoles(endpoint));
  await fc.assert(
    fc.asyncProperty(roles, fuzzRequests(endpoint, known), async (role, request) => {
      // whoever ends sessions needs one of their own
      const token = endpoint.path.startsWith('/api/session')
        ? await app.tokenFor(accountIn(world, role))
        : tokens.get(role);
      mustBeAnAnswer(await send(app.url, token, request));
    }),
    { numRuns: RUNS, seed: SEED },
  );
}

function mustBeAnAnswer({ status, contentType, text, json }: HttpAnswer): void {
  expect(status, text).toBeLessThan(500);
  if (status < 400) return;
  expect(contentType, text).toMatch(/^application\/problem\+json/);
  expect(json, text).toMatchObject({
    type: expect.stringMatching(/^\/problems\/[a-z_.]+$/),
    title: expect.stringMatching(/./),
    status,
    code: expect.stringMatching(/^([a-z_]+\.)?[a-z_0-9]+$/),
    detail: expect.stringMatching(/./),
    requestId: expect.stringMatching(/./),
  });
  const errors = isObject(json) ? (json.errors ?? []) : [];
  expect(Array.isArray(errors)).toBe(true);
  for (const error of Array.isArray(errors) ? errors : []) {
    expect(error).toMatchObject({
      pointer: expect.any(String),
      code: expect.any(String),
      message: expect.any(String),
    });
  }
}
