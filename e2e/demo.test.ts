import { seedAppliances } from '@firstfix/appliances';
import { seedCatalogue } from '@firstfix/catalogue';
import { demoCity } from '@firstfix/city';
import { parseAddress } from '@firstfix/contract/customers/endpoints';
import { countWorkOrders } from '@firstfix/contract/orders/endpoints';
import { examine, platformChecks, systemActor } from '@firstfix/platform';
import { seedDemo } from '@firstfix/server';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('reads every address of the demo city as it is meant', async () => {
  const agent = await app.signIn({ role: 'agent' });
  for (const home of demoCity().homes(60, 'addresses')) {
    const { candidates } = await agent.call(parseAddress, { body: { text: home.text } });
    expect(candidates).toMatchObject([
      { districtCode: home.districtCode, community: home.community, door: home.door },
    ]);
  }
});

describe('the history of the demo', { timeout: 180_000 }, () => {
  it('is made once, and keeps every promise the doctor knows', async () => {
    await app.runtime.transactor.transact(systemActor('test'), (tx) =>
      Promise.all([seedCatalogue(tx), seedAppliances(tx)]),
    );
    expect(await seedDemo(app.runtime, app.modules, { past: true })).toBe(true);
    expect(await seedDemo(app.runtime, app.modules, { past: true })).toBe(false);
    await app.settle();
    const checks = [...platformChecks, ...app.modules.parts.flatMap((one) => one.checks)];
    const findings = await examine(app.runtime.database.plainPool, app.runtime.dataDir, checks);
    expect(findings.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });

  it('leaves a day in progress: orders in every state people meet', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const { byState } = await agent.call(countWorkOrders);
    for (const state of [
      'scheduled',
      'en_route',
      'in_service',
      'completed',
      'confirmed',
      'closed',
      'cancelled',
    ]) {
      expect(byState[state], state).toBeGreaterThan(0);
    }
    expect(byState.closed).toBeGreaterThan(1_500);
  });

  it('knows bad ratings, broken promises, complaints and things that wait', async () => {
    const [counts] = await app.rows<Record<string, number>>(`select
      (select count(*)::int from verdict.rating where stars <= 2) as bad,
      (select count(*)::int from platform.sla_clock where breached_at is not null) as breached,
      (select count(*)::int from verdict.complaint where closed_at is null) as complaints,
      (select count(*)::int from orders.work_order where hold is not null) as held,
      (select count(*)::int from pay.earning where replaced_at is not null) as changed`);
    for (const [what, count] of Object.entries(counts ?? {})) expect(count, what).toBeGreaterThan(0);
  });
});
