import { ALL_ENDPOINTS, type Endpoint, ROLES, type Role } from '@firstfix/contract';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpAnswer, type HttpRequest, send } from './http-request.ts';
import { grantedRoles, isObject, nameOf } from './json-schema.ts';
import { knownIds } from './known-ids.ts';
import { plainLists, validRequests } from './valid-requests.ts';
import type { KnownIds } from './valid-values.ts';
import { accountIn, buildWorld, idsOf, tokensIn, type World } from './world.ts';

/** Enough well-formed requests that one of them gets past every check but the one meant. */
const SAMPLES = 6;
/** Where it is the role that counts. */
const FEW = 2;
const SEED = 7;

/** Lists that name no row of the world: sessions made here, counts and sums, work that nobody left undone. */
const NOTHING_OF_THEIRS =
  /\/api\/(session|sessions|work-order-counts|call-backs|omissions|my-earning-days) as /;
/** A row of one's own may name what others have too: an outlet covers several territories. */
const SHARED = /^territor/;

let app: TestApp;
let ours: World;
let theirs: World;
let tokens: ReadonlyMap<Role, string>;
let strangers: ReadonlyMap<Role, string>;
let known: KnownIds;
beforeAll(async () => {
  app = await startTestApp();
  ours = await buildWorld(app, 0);
  theirs = await buildWorld(app, 1);
  tokens = await tokensIn(app, ours);
  strangers = await tokensIn(app, theirs);
  known = await knownIds(app);
});
afterAll(() => app.close());

const byName = (endpoints: readonly Endpoint[]) => endpoints.map((one) => [nameOf(one), one] as const);
const callers = ROLES.length + 1;

describe(`who may call what: ${ALL_ENDPOINTS.length} routes × ${callers} callers = ${ALL_ENDPOINTS.length * callers}`, () => {
  it.each(byName(ALL_ENDPOINTS))('%s refuses guests and the roles not named', async (_name, endpoint) => {
    const [request] = samples(endpoint, known);
    if (!request) throw new Error('no request was made up');
    const guest = await send(app.url, undefined, request);
    if (endpoint.may === 'anyone') expect(codeOf(guest)).not.toBe('unauthenticated');
    else expect([guest.status, codeOf(guest)]).toEqual([401, 'unauthenticated']);
    for (const role of ROLES) {
      if (grantedRoles(endpoint).includes(role)) continue;
      const refused = await send(app.url, tokens.get(role), request);
      expect([role, refused.status, codeOf(refused)]).toEqual([role, 403, 'forbidden']);
    }
  });
});

const scoped = ALL_ENDPOINTS.flatMap((endpoint) =>
  scopedRoles(endpoint).map((role) => [`${nameOf(endpoint)} as ${role}`, endpoint, role] as const),
);
/** A figure is no row. */
const onRows = scoped.filter(([, { path }]) => path.includes('{') && !path.includes('{figure}'));
const lists = scoped.filter(([, { path, method }]) => !path.includes('{') && method === 'GET');

describe(`whose rows: ${onRows.length} routes to one row × roles with a scope`, () => {
  it.each(onRows)('%s finds no row of somebody else', async (_name, endpoint, role) => {
    const { answers } = await aimed(endpoint, theirs, ours, strangers.get(role));
    for (const answer of answers) expect([404, 400, 422], answer.text).toContain(statusOf(answer));
    expect(answers.map(statusOf)).toContain(404);
  });
});

describe(`whose rows: ${lists.length} lists × roles with a scope`, () => {
  it.each(lists)('%s shows no row of somebody else', async (_name, endpoint, role) => {
    for (const request of [...plainLists(endpoint, idsOf(ours)), ...samples(endpoint, idsOf(ours))]) {
      const { status, text } = await send(app.url, strangers.get(role), request);
      if (status >= 400) continue;
      for (const [name, ids] of idsOf(ours)) {
        if (endpoint.path === '/api/outlets' && SHARED.test(name)) continue;
        // a figure repeats what was asked for in its link
        const shown = ids.filter((id) => text.includes(id) && !request.url.includes(id));
        expect(shown, `${name} in the answer to ${request.url}`).toEqual([]);
      }
    }
  });
});

describe('whoever is granted an operation', () => {
  it.each(onRows.filter(([, { method }]) => method === 'GET'))(
    '%s finds their own row',
    async (_name, endpoint, role) => {
      const { answers } = await aimed(endpoint, ours, ours, tokens.get(role));
      expect(
        answers.map(({ status }) => status),
        answers[0]?.text,
      ).toContain(endpoint.status ?? 200);
    },
  );

  it('sees rows of their own in every list', async () => {
    const blind: string[] = [];
    for (const [name, endpoint, role] of lists) {
      const requests = plainLists(endpoint, idsOf(ours));
      const answers = await Promise.all(requests.map((request) => send(app.url, tokens.get(role), request)));
      const ids = [...idsOf(ours).values()].flat();
      if (!answers.some(({ status, text }) => status < 300 && ids.some((id) => text.includes(id))))
        blind.push(name);
    }
    expect(blind.filter((name) => !NOTHING_OF_THEIRS.test(name))).toEqual([]);
  });

  // last: these commands change the rows that the tests before look at
  it.each(byName(ALL_ENDPOINTS))('%s is not refused for the role', async (_name, endpoint) => {
    for (const role of grantedRoles(endpoint)) {
      for (const request of samples(endpoint, known).slice(0, FEW)) {
        // a session of its own: the ones there are may just have been ended
        const token = await app.tokenFor(accountIn(ours, role));
        const answer = await send(app.url, token, request);
        expect(answer.status, answer.text).toBeLessThan(500);
        expect(['unauthenticated', 'forbidden'], answer.text).not.toContain(codeOf(answer));
        expect(answer.text).not.toContain(`There is no ${endpoint.method} /`);
      }
    }
  });
});

/** Requests by somebody who owns `sender`'s rows, to the row of that kind in `target`. */
async function aimed(endpoint: Endpoint, sender: World, target: World, token: string | undefined) {
  const [, , kind, , verb] = endpoint.path.split('/');
  const id = target.rows.get(`${kind}/${verb}`) ?? target.rows.get(kind ?? '');
  if (id === undefined) throw new Error(`the world has no row of the kind ${kind}: add one to e2e/world.ts`);
  const answers: HttpAnswer[] = [];
  for (const request of samples(endpoint, idsOf(sender), id))
    answers.push(await send(app.url, token, request));
  return { answers };
}

function samples(endpoint: Endpoint, among: KnownIds, id?: string): HttpRequest[] {
  return fc.sample(validRequests(endpoint, among, id), { numRuns: SAMPLES, seed: SEED });
}

/** A search that finds nothing says the same as a row that is not there. */
function statusOf({ status, text }: HttpAnswer): number {
  return text === '{"items":[]}' ? 404 : status;
}

function scopedRoles({ may }: Endpoint): Role[] {
  return may === 'anyone' ? [] : ROLES.filter((role) => (may[role] ?? 'all') !== 'all');
}

function codeOf({ json }: HttpAnswer): unknown {
  return isObject(json) ? json.code : undefined;
}
