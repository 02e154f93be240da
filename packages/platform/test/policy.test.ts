import { definePolicy } from '@firstfix/contract';
import * as api from '@firstfix/contract/platform/policies';
import { DAY, HOUR, toRfc3339 } from '@firstfix/kernel';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import fc from 'fast-check';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { versionAt } from '../src/policy/policy-version.ts';

const speed = definePolicy({
  name: 'test.speed',
  summary: 'How fast',
  schema: Type.Object(
    { metres: Type.Integer({ minimum: 1 }), kind: Type.String() },
    { additionalProperties: false },
  ),
  standard: { metres: 5, kind: 'walk' },
});

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  app.runtime.policies.declare(speed);
});
afterAll(() => app.close());

describe('policies', () => {
  it('start with the standard, stored or not', async () => {
    const before = await app.runtime.policies.current(speed, app.now());
    await app.runtime.policies.ensureDefaults(app.now());
    await app.runtime.policies.ensureDefaults(app.now());
    const rows = await app.rows(
      `select version, document from platform.policy_version where name = 'test.speed'`,
    );
    expect(rows).toEqual([{ version: 1, document: { metres: 5, kind: 'walk' } }]);
    expect(before).toMatchObject({ version: 1, document: { metres: 5 } });
  });

  it('are published for later, come into force on time, and stay readable by version', async () => {
    const finance = await app.signIn({ role: 'finance' });
    const params = { name: 'test.speed' };
    const published = await finance.call(api.publishPolicy, {
      params,
      body: { document: { metres: 9, kind: 'ride' }, effectiveFrom: toRfc3339(app.now() + DAY) },
      ifMatch: 1,
    });
    expect(published.version).toBe(2);
    expect((await app.runtime.policies.current(speed, app.now())).version).toBe(1);
    expect((await app.runtime.policies.current(speed, app.now() + DAY)).document.metres).toBe(9);

    const hotfix = await finance.call(api.publishPolicy, {
      params,
      body: { document: { metres: 6, kind: 'walk' } },
    });
    expect((await app.runtime.policies.current(speed, app.now())).version).toBe(hotfix.version);
    await app.advance(DAY + HOUR);
    expect((await app.runtime.policies.current(speed, app.now())).version).toBe(2);
    expect((await app.runtime.policies.getVersion(speed, 3)).document.metres).toBe(6);

    const director = await app.signIn({ role: 'director' });
    const seen = await director.call(api.getPolicy, { params });
    expect(seen).toMatchObject({ version: 3, currentVersion: 2 });
    expect(seen.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    const list = await director.call(api.listPolicies, {});
    expect(list.items).toContainEqual({
      name: 'test.speed',
      summary: 'How fast',
      version: 3,
      currentVersion: 2,
    });
    const [audited] = await app.rows<{ actor_role: string; after: object }>(
      `select actor_role, after from platform.audit where subject_id = 'test.speed' order by id desc limit 1`,
    );
    expect(audited).toMatchObject({ actor_role: 'finance', after: { version: 3 } });
  });

  it('refuse what does not fit, the past, a stale version, strangers and changes behind their back', async () => {
    const admin = await app.signIn({ role: 'admin' });
    const publish = (document: Record<string, unknown>, more: object = {}, ifMatch?: number) =>
      admin.call(api.publishPolicy, { params: { name: 'test.speed' }, body: { document, ...more }, ifMatch });
    const fits = { metres: 1, kind: 'x' };
    await expect(publish({ metres: 0, kind: 'x' })).rejects.toMatchObject({
      status: 422,
      code: 'platform.policy_unfit',
      problem: { errors: [{ pointer: '/document/metres', code: 'minimum' }] },
    });
    await expect(publish({ metres: 1 })).rejects.toMatchObject({ status: 422 });
    await expect(publish({ ...fits, more: 1 })).rejects.toMatchObject({ status: 422 });
    await expect(publish(fits, { effectiveFrom: toRfc3339(app.now() - 1) })).rejects.toMatchObject({
      status: 422,
    });
    await expect(publish(fits, {}, 1)).rejects.toMatchObject({ status: 412 });
    await expect(
      admin.call(api.publishPolicy, { params: { name: 'test.nothing' }, body: { document: {} } }),
    ).rejects.toMatchObject({ status: 404 });
    const director = await app.signIn({ role: 'director' });
    await expect(
      director.call(api.publishPolicy, { params: { name: 'test.speed' }, body: { document: fits } }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(app.rows(`update platform.policy_version set document = '{}'`)).rejects.toThrowError(
      /never changes/,
    );
  });

  it('number the versions of publishers who come at once', async () => {
    const admin = await app.signIn({ role: 'admin' });
    const answers = await Promise.all(
      [11, 12, 13, 14].map((metres) =>
        admin.call(api.publishPolicy, {
          params: { name: 'test.speed' },
          body: { document: { metres, kind: 'x' } },
        }),
      ),
    );
    expect(answers.map(({ version }) => version).sort()).toEqual([4, 5, 6, 7]);
    const current = await app.runtime.policies.current(speed, app.now());
    expect(current.version).toBe(7);
  });

  it('are told apart by when they hold, then by when they were published', () => {
    const version = fc.record({ effectiveFrom: fc.integer({ min: 0, max: 20 }) });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 12 }), fc.integer({ min: 0, max: 20 }), (drafts, at) => {
        const versions = drafts.map(({ effectiveFrom }, index) => ({
          version: index + 1,
          effectiveFrom,
          document: {},
          publishedBy: null,
          publishedAt: 0,
        }));
        const expected = versions
          .filter((one) => one.effectiveFrom <= at)
          .toSorted((a, b) => b.effectiveFrom - a.effectiveFrom || b.version - a.version)[0];
        expect(versionAt(versions, at)).toEqual(expected);
      }),
    );
  });
});
