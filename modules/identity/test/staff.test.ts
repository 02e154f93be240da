import * as api from '@firstfix/contract/identity/endpoints';
import { newId } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const password = 'correct horse battery';
let next = 0;
function aName(): string {
  next += 1;
  return `worker-${next}`;
}

const admin = () => app.signIn({ role: 'admin' });
const guest = () => app.signIn();

async function createAgent(userName = aName()) {
  return (await admin()).call(api.createAccount, { body: { userName, password, role: 'agent' } });
}

/** Speaks HTTP by itself: the typed client knows no cookies. */
function http(method: string, path: string, init: { body?: unknown; headers?: Record<string, string> } = {}) {
  return fetch(app.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...init.headers },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
}

describe('signing in with a password', () => {
  it('gives a token and a cookie that scripts and other sites cannot use', async () => {
    const { userName, id } = await createAgent();
    const reply = await http('POST', '/api/sessions', {
      body: { userName: userName.toUpperCase(), password },
    });
    expect(reply.status).toBe(201);
    const cookie = reply.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^firstfix_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const [pair = ''] = cookie.split(';');
    const opened = await http('GET', '/api/session', { headers: { cookie: pair } });
    expect(await opened.json()).toMatchObject({ userId: id, role: 'agent' });
    const visitor = await http('GET', '/api/visitor', { headers: { cookie: pair } });
    expect(await visitor.json()).toMatchObject({ session: { userId: id, role: 'agent' } });
    const foreign = await http('GET', '/api/session', {
      headers: { cookie: pair, origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('ends at once on signing out', async () => {
    const { userName } = await createAgent();
    const { token } = await (await guest()).call(api.signIn, { body: { userName, password } });
    const headers = { authorization: `Bearer ${token}` };
    expect((await http('GET', '/api/session', { headers })).status).toBe(200);
    const out = await http('DELETE', '/api/session', { headers });
    expect(await out.json()).toEqual({ ended: true });
    expect(out.headers.get('set-cookie')).toMatch(/^firstfix_session=;/);
    expect((await http('GET', '/api/session', { headers })).status).toBe(401);
    expect(await (await http('GET', '/api/visitor', { headers })).json()).toEqual({ session: null });
  });

  it('locks a name after five wrong tries, known or not, even for the right password, for 15 minutes', async () => {
    const { userName } = await createAgent();
    const caller = await guest();
    for (const name of [userName, 'nobody-at-all']) {
      for (let tries = 0; tries < 5; tries += 1) {
        await expect(
          caller.call(api.signIn, { body: { userName: name, password: 'wrong' } }),
        ).rejects.toMatchObject({
          status: 401,
          code: api.WRONG_CREDENTIALS,
        });
      }
      await expect(caller.call(api.signIn, { body: { userName: name, password } })).rejects.toMatchObject({
        status: 429,
        code: api.LOCKED_OUT,
      });
    }
    const locked = await app.rows<{ left: number }>(
      'select extract(epoch from locked_until - clock_timestamp())::int as left from identity.lock_out where locked_until is not null',
    );
    expect(locked.map(({ left }) => left > 880 && left <= 900)).toEqual([true, true]);
    await app.rows(
      `update identity.lock_out set locked_until = clock_timestamp(), tried_at = tried_at - interval '15 minutes'`,
    );
    expect(await caller.call(api.signIn, { body: { userName, password } })).toMatchObject({
      session: { role: 'agent' },
    });
  });

  it('lets no more than five tries through, made at the same time', async () => {
    const caller = await guest();
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () =>
        caller.call(api.signIn, { body: { userName: 'hurried', password: 'wrong' } }),
      ),
    );
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'));
    expect(codes.filter((code) => code === api.WRONG_CREDENTIALS)).toHaveLength(5);
    expect(codes.filter((code) => code === api.LOCKED_OUT)).toHaveLength(7);
  });

  it('gives the tries back after a right one, and keeps no typed name', async () => {
    const { userName } = await createAgent();
    const caller = await guest();
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) {
        await expect(
          caller.call(api.signIn, { body: { userName, password: 'wrong' } }),
        ).rejects.toMatchObject({ status: 401 });
      }
      await caller.call(api.signIn, { body: { userName, password } });
    }
    await expect(
      caller.call(api.signIn, { body: { userName: '13812345678', password: 'x' } }),
    ).rejects.toMatchObject({ status: 401 });
    expect(await app.rows(`select from identity.lock_out where key like '%13812345678%'`)).toEqual([]);
  });
});

describe('accounts', () => {
  it('are the admins’ alone', async () => {
    const agent = await app.signIn({ role: 'agent' });
    await expect(agent.call(api.listAccounts)).rejects.toMatchObject({ status: 403 });
  });

  it('have names of their own, whatever the case', async () => {
    const { userName } = await createAgent();
    await expect(createAgent(userName.toUpperCase())).rejects.toMatchObject({
      status: 409,
      code: api.NAME_TAKEN,
    });
  });

  it.each([
    ['engineer', '/ownId'],
    ['outlet_owner', '/outletId'],
    ['dispatcher', '/territoryIds'],
  ] as const)('of role %s name its rows', async (role, pointer) => {
    await expect(
      (await admin()).call(api.createAccount, { body: { userName: aName(), password, role } }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer }] },
    });
  });

  it('are listed by name, in pages', async () => {
    const [a, b] = [await createAgent('zz-first'), await createAgent('zz-second')];
    const caller = await admin();
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await caller.call(api.listAccounts, {
        query: { limit: 1, role: 'agent', ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen.slice(-2)).toEqual([a.id, b.id]);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('lose their sessions when deactivated, reset or given another authority', async () => {
    const caller = await admin();
    const territoryId = newId();
    const changes = [
      (id: string) => caller.call(api.deactivateAccount, { params: { id } }),
      (id: string) =>
        caller.call(api.resetPassword, { params: { id }, body: { password: 'another password' } }),
      (id: string) =>
        caller.call(api.changeAuthority, {
          params: { id },
          body: { role: 'dispatcher', territoryIds: [territoryId] },
        }),
    ];
    for (const change of changes) {
      const { id, userName } = await createAgent();
      const { token } = await (await guest()).call(api.signIn, { body: { userName, password } });
      const headers = { authorization: `Bearer ${token}` };
      expect((await http('GET', '/api/session', { headers })).status).toBe(200);
      await change(id);
      expect((await http('GET', '/api/session', { headers })).status).toBe(401);
    }
  });

  it('sign in no more when deactivated, and with the new password after a reset, locked or not', async () => {
    const caller = await admin();
    const stranger = await guest();
    const closed = await createAgent();
    await caller.call(api.deactivateAccount, { params: { id: closed.id } });
    await expect(
      stranger.call(api.signIn, { body: { userName: closed.userName, password } }),
    ).rejects.toMatchObject({ status: 401 });

    const { id, userName } = await createAgent();
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(
        stranger.call(api.signIn, { body: { userName, password: 'wrong' } }),
      ).rejects.toMatchObject({ status: 401 });
    }
    await caller.call(api.resetPassword, { params: { id }, body: { password: 'another password' } });
    await expect(stranger.call(api.signIn, { body: { userName, password } })).rejects.toMatchObject({
      status: 401,
    });
    expect(
      await stranger.call(api.signIn, { body: { userName, password: 'another password' } }),
    ).toMatchObject({ session: { userId: id } });
  });

  it('keep at least one admin', async () => {
    const caller = await admin();
    const only = await caller.call(api.createAccount, {
      body: { userName: aName(), password, role: 'admin' },
    });
    await expect(caller.call(api.deactivateAccount, { params: { id: only.id } })).rejects.toMatchObject({
      status: 409,
      code: api.LAST_ADMIN,
    });
    await expect(
      caller.call(api.changeAuthority, { params: { id: only.id }, body: { role: 'agent' } }),
    ).rejects.toMatchObject({ code: api.LAST_ADMIN });
    await caller.call(api.createAccount, { body: { userName: aName(), password, role: 'admin' } });
    expect(await caller.call(api.deactivateAccount, { params: { id: only.id } })).toMatchObject({
      active: false,
    });
  });

  it('are made by the modules above too', async () => {
    const outletId = newId();
    const userName = aName();
    const userId = await app.runtime.transactor.transact(systemActor('test'), (tx) =>
      app.modules.identity.createAccount(tx, { userName, password, role: 'outlet_owner', outletId }),
    );
    expect(await (await guest()).call(api.signIn, { body: { userName, password } })).toMatchObject({
      session: { userId, outletId },
    });
  });
});

describe('sessions', () => {
  it('are seen and ended by their user; others’ only by an admin', async () => {
    const { userName, id } = await createAgent();
    const stranger = await guest();
    const [first, second] = [
      await stranger.call(api.signIn, { body: { userName, password } }),
      await stranger.call(api.signIn, { body: { userName, password } }),
    ];
    const asUser = (method: string, path: string) =>
      http(method, path, { headers: { authorization: `Bearer ${second.token}` } });
    const mine: { items: { id: string; current: boolean }[] } = JSON.parse(
      await (await asUser('GET', '/api/sessions')).text(),
    );
    expect(mine.items.map(({ current }) => current)).toEqual([true, false]);
    const other = mine.items.find(({ current }) => !current);
    const agent = await app.signIn({ role: 'agent' });
    await expect(agent.call(api.revokeSession, { params: { id: other?.id ?? '' } })).rejects.toMatchObject({
      status: 404,
    });
    expect((await asUser('DELETE', `/api/sessions/${other?.id}`)).status).toBe(200);
    expect(
      (await http('GET', '/api/session', { headers: { authorization: `Bearer ${first.token}` } })).status,
    ).toBe(401);
    const caller = await admin();
    const seen = await caller.call(api.listSessions, { query: { userId: id } });
    expect(seen.items).toHaveLength(1);
    expect(await caller.call(api.revokeSession, { params: { id: seen.items[0]?.id ?? '' } })).toEqual({
      ended: true,
    });
    expect((await asUser('GET', '/api/session')).status).toBe(401);
  });
});

it('the doctor finds nothing wrong, and the forgetting job only what is old', async () => {
  for (const { name, find } of app.modules.identity.parts.checks) {
    if (typeof find !== 'string') throw new Error('expected SQL');
    expect(await app.rows(find), name).toEqual([]);
  }
  const [task] = app.modules.identity.parts.tasks;
  await app.rows(
    `update identity.session set expires_at = clock_timestamp() - interval '2 days' where role = 'dispatcher'`,
  );
  const count = async () =>
    (await app.rows<{ n: number }>('select count(*)::int as n from identity.session'))[0]?.n ?? 0;
  const before = await count();
  await app.runtime.transactor.transact(systemActor('test'), async (tx) => task?.run(tx, {}));
  expect(await count()).toBeLessThanOrEqual(before);
  expect(await count()).toBeGreaterThan(0);
});
