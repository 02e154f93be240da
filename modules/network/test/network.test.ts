import { demoCity } from '@firstfix/city';
import * as api from '@firstfix/contract/network/endpoints';
import { publishPolicy } from '@firstfix/contract/platform/policies';
import { DAY, HOUR, newId, toRfc3339 } from '@firstfix/kernel';
import { addDays, addMonths } from '@firstfix/kernel/zone';
import type { DemoNetwork } from '@firstfix/network';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FarCity, inTransaction, seedDemo, seedFarCity, somePoint } from './demo-network.ts';

let app: TestApp;
let demo: DemoNetwork;
let far: FarCity;
beforeAll(async () => {
  app = await startTestApp();
  demo = await seedDemo(app);
  far = await seedFarCity(app);
});
afterAll(() => app.close());

function first<T>(list: readonly T[]): T {
  const [value] = list;
  if (value === undefined) throw new Error('the list is empty');
  return value;
}

async function today(): Promise<string> {
  return app.modules.network.today(first(demo.territories).id);
}

describe('the demo city', () => {
  it('is whole and written once', async () => {
    const again = await seedDemo(app);
    expect(again).toEqual(demo);
    const [counts] = await app.rows<Record<string, number>>(`select
      (select count(*)::int from network.territory where city_id = '${demo.cityId}') as territories,
      (select count(*)::int from network.outlet where city_id = '${demo.cityId}') as outlets,
      (select count(distinct tier)::int from network.outlet) as tiers,
      (select count(*)::int from network.engineer where licence_number is not null) - 4 as engineers,
      (select count(*)::int from network.station) as stations,
      (select count(*)::int from network.cell) as cells`);
    expect(counts).toMatchObject({ territories: 6, outlets: 8, tiers: 4, engineers: 120, stations: 6 });
    expect(counts?.cells).toBeGreaterThan(1000);
    const teams = await Promise.all(demo.territories.map(({ id }) => app.modules.network.listEngineers(id)));
    expect(Math.min(...teams.map((team) => team.length))).toBeGreaterThanOrEqual(6);
    for (const check of app.modules.network.parts.checks) {
      if (typeof check.find === 'string') expect(await app.rows(check.find)).toEqual([]);
    }
  });

  it('can serve most of its work in every district', async () => {
    const { network } = app.modules;
    for (const { id } of demo.territories) {
      const team = await network.listEngineers(id);
      for (const skill of ['prod:ac', 'prod:fridge', 'prod:washer', 'grade:B']) {
        expect(team.filter(({ skills }) => skills.includes(skill)).length, skill).toBeGreaterThan(0);
      }
    }
  });

  it('finds the territory of every home, and none outside', async () => {
    for (const { point } of demoCity().homes(2_000, 'network test')) {
      const territory = await app.modules.network.territoryAt(point);
      expect(demo.territories.map(({ id }) => id)).toContain(territory?.id);
    }
    const agent = await app.signIn({ role: 'agent' });
    const found = await agent.call(api.locateTerritory, { query: somePoint(5) });
    expect(found.territory).toMatchObject({ zone: 'Asia/Shanghai', regionCode: '990100' });
    const sea = await agent.call(api.locateTerritory, { query: { lat: 35, lng: 124 } });
    expect(sea.territory).toBeNull();
  });
});

describe('cells', () => {
  it('belong to one territory', async () => {
    const { network } = app.modules;
    const [{ cell, territory_id }] = (await app.rows<{ cell: string; territory_id: string }>(
      'select cell, territory_id from network.cell limit 1',
    )) as [{ cell: string; territory_id: string }];
    const rival = {
      id: newId(),
      cityId: demo.cityId,
      name: 'Rival',
      zone: 'Asia/Shanghai',
      marketTier: 1 as const,
      orderOwnerId: newId(),
      cells: [cell],
    };
    await expect(inTransaction(app, (tx) => network.defineTerritory(tx, rival))).rejects.toMatchObject({
      status: 409,
      code: 'network.cell_taken',
    });
    expect(await network.findTerritory(rival.id)).toBeUndefined();
    expect(await network.findTerritory(territory_id)).toBeDefined();
  });
});

describe('an engineer', () => {
  it('joins, rises, takes shifts, is away, changes outlet, is warned and leaves', async () => {
    const admin = await app.signIn({ role: 'admin' });
    const { network } = app.modules;
    const outlet = await admin.call(api.getOutlet, { params: { id: first(demo.outlets).id } });
    const territoryId = first(outlet.territoryIds);
    const phone = '18812345678';
    const body = {
      name: '欧阳小满',
      phone,
      outletId: outlet.id,
      territoryId,
      home: somePoint(9),
      joinedOn: await today(),
      licenceExpiresOn: addMonths(await today(), 12),
    };
    const joined = await admin.call(api.createEngineer, { body });
    expect(joined).toMatchObject({ grade: 'D', licencePoints: 12, skills: [], version: 1, active: true });
    expect(JSON.stringify(joined)).not.toContain(phone);
    await expect(admin.call(api.createEngineer, { body })).rejects.toMatchObject({
      code: 'network.phone_taken',
    });
    const person = await network.findPersonByPhone(phone, 'engineer');
    expect(person).toMatchObject({ userId: joined.userId, ownId: joined.id, territoryIds: [territoryId] });
    expect(await network.findPersonByPhone(phone, 'customer')).toBeUndefined();

    const params = { id: joined.id };
    const rise = { params, body: { grade: 'C' as const, evidence: 'EX-1' } };
    await expect(admin.call(api.changeGrade, rise)).rejects.toMatchObject({
      code: 'network.grade_not_earned',
    });
    const certificate = {
      code: 'product' as const,
      category: 'fridge',
      level: 'junior' as const,
      number: 'QC-T-1',
      issuedOn: await today(),
      expiresOn: await today(),
    };
    const certified = await admin.call(api.addCertificate, { params, body: certificate, ifMatch: 1 });
    expect(certified).toMatchObject({ skills: ['prod:fridge'], version: 2 });
    await expect(admin.call(api.addCertificate, { params, body: certificate })).rejects.toMatchObject({
      code: 'network.already_there',
    });
    await expect(admin.call(api.changeGrade, { ...rise, ifMatch: 1 })).rejects.toMatchObject({ status: 412 });
    const risen = await admin.call(api.changeGrade, rise);
    expect(risen.skills).toEqual(['grade:C', 'prod:fridge']);
    expect((await network.findEngineer(joined.id))?.grade).toBe('C');
    expect((await network.findEngineer(joined.id, addDays(await today(), 1)))?.skills).toEqual(['grade:C']);

    const hours = {
      startMinute: 480,
      endMinute: 1080,
      breaks: [{ fromMinute: 690, toMinute: 810, seconds: 2700 }],
    };
    const shifts = { week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours })), exceptions: [] };
    const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [territoryId] });
    await dispatcher.call(api.setShifts, { params, body: shifts });
    const engineer = await app.signIn({ role: 'engineer', ownId: joined.id, outletId: outlet.id });
    const range = { territoryId, from: await today(), to: addDays(await today(), 2) };
    const days = await engineer.call(api.listWorkingDays, { query: range });
    expect(days.items.map(({ date }) => date)).toEqual([range.from, addDays(range.from, 1), range.to]);
    expect(first(days.items)).toMatchObject({
      start: '2026-11-21T00:00:00.000Z',
      end: '2026-11-21T10:00:00.000Z',
    });

    const absence = { kind: 'sick' as const, start: toRfc3339(app.now()), end: toRfc3339(app.now() + DAY) };
    const reported = await engineer.call(api.reportAbsence, { params, body: absence });
    const left = await engineer.call(api.listWorkingDays, { query: range });
    expect(left.items.map(({ start }) => start)).toEqual([
      '2026-11-21T00:00:00.000Z',
      '2026-11-22T01:00:00.000Z',
      '2026-11-23T00:00:00.000Z',
    ]);
    await engineer.call(api.withdrawAbsence, { params: { ...params, absenceId: reported.id } });
    const back = await engineer.call(api.listWorkingDays, { query: range });
    expect(back.items).toEqual(days.items);
    const past = { ...absence, start: toRfc3339(app.now() - HOUR), end: toRfc3339(app.now()) };
    await expect(engineer.call(api.reportAbsence, { params, body: past })).rejects.toMatchObject({
      status: 422,
    });

    const other = demo.outlets.find(({ id }) => id !== outlet.id);
    const elsewhere = await admin.call(api.getOutlet, { params: { id: other?.id ?? '' } });
    await expect(
      admin.call(api.transferEngineer, {
        params,
        body: { outletId: elsewhere.id, territoryId: far.territoryId },
      }),
    ).rejects.toMatchObject({ status: 422 });
    const moved = await admin.call(api.transferEngineer, {
      params,
      body: { outletId: elsewhere.id, territoryId: first(elsewhere.territoryIds) },
    });
    expect(moved.outletId).toBe(elsewhere.id);

    const suspended = await admin.call(api.changeStanding, {
      params,
      body: { standing: 'suspended', reason: 'r' },
    });
    expect(suspended.standing).toBe('suspended');
    const revoke = { params, body: { standing: 'revoked' as const, reason: 'r' } };
    await expect(admin.call(api.changeStanding, revoke)).rejects.toMatchObject({
      code: 'network.second_signature_needed',
    });
    const quality = await app.signIn({ role: 'quality' });
    expect((await quality.call(api.changeStanding, revoke)).standing).toBe('revoked');
    const stays = await admin.call(api.leaveNetwork, { params, body: { leftOn: addDays(await today(), 1) } });
    expect(stays.active).toBe(true);
    expect(await network.findPersonByPhone(phone, 'engineer')).toBeDefined();
    await app.advance(DAY);
    expect(await network.findPersonByPhone(phone, 'engineer')).toBeUndefined();
    await expect(admin.call(api.changeGrade, rise)).rejects.toMatchObject({ code: 'network.engineer_gone' });
    await admin.call(api.createEngineer, { body });
    const stored = await app.rows(`select 1 from platform.audit where after::text like '%${phone}%'
      union all select 1 from platform.outbox where payload::text like '%${phone}%'`);
    expect(stored).toEqual([]);
  });

  it('rises by the ladder as it is published', async () => {
    const admin = await app.signIn({ role: 'admin' });
    const page = await admin.call(api.listEngineers, {
      query: { grade: ['C'], standing: ['normal'], limit: 200 },
    });
    const fresh = page.items.find(
      ({ joinedOn, outletId }) => joinedOn > '2025-12-01' && outletId !== far.outletId,
    );
    const params = { id: fresh?.id ?? '' };
    const rise = { params, body: { grade: 'B' as const, evidence: 'EX-2' } };
    await expect(admin.call(api.changeGrade, rise)).rejects.toMatchObject({
      code: 'network.grade_not_earned',
    });
    const rung = { serviceMonths: 0, certificateLevel: 'junior' };
    await admin.call(publishPolicy, {
      params: { name: 'network.grade_ladder' },
      body: { document: { C: rung, B: rung, A: rung, 'A+': rung } },
    });
    expect((await admin.call(api.changeGrade, rise)).grade).toBe('B');
  });

  it('is known to the caller’s rows only', async () => {
    const [mine, theirs] = [
      first(demo.engineers),
      demo.engineers.find((one) => one.outletId !== first(demo.engineers).outletId),
    ];
    const me = await app.signIn({ role: 'engineer', ownId: mine.id, outletId: mine.outletId });
    const profile = await me.call(api.getMyProfile, {});
    expect(profile).toMatchObject({
      engineer: { id: mine.id },
      outlet: { id: mine.outletId },
      territory: { id: mine.territoryId },
    });
    const params = { id: theirs?.id ?? '' };
    await expect(me.call(api.getEngineer, { params })).rejects.toMatchObject({ status: 404 });
    const owner = await app.signIn({ role: 'outlet_owner', outletId: mine.outletId });
    await expect(owner.call(api.getEngineer, { params })).rejects.toMatchObject({ status: 404 });
    await expect(
      owner.call(api.setShifts, { params, body: { week: [], exceptions: [] } }),
    ).rejects.toMatchObject({
      status: 404,
    });
    const seen = await owner.call(api.listEngineers, { query: { limit: 200 } });
    expect(new Set(seen.items.map(({ outletId }) => outletId))).toEqual(new Set([mine.outletId]));
    const outlets = await owner.call(api.listOutlets, { query: {} });
    expect(outlets.items.map(({ id }) => id)).toEqual([mine.outletId]);
    const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [mine.territoryId] });
    const team = await dispatcher.call(api.listEngineers, { query: { limit: 200 } });
    expect(new Set(team.items.map(({ territoryId }) => territoryId))).toEqual(new Set([mine.territoryId]));
    const territories = await dispatcher.call(api.listTerritories, { query: {} });
    expect(territories.items.map(({ id }) => id)).toEqual([mine.territoryId]);
    const stations = await dispatcher.call(api.listStations, { query: {} });
    expect(stations.items.map(({ territoryId }) => territoryId)).toEqual([mine.territoryId]);
    await expect(
      dispatcher.call(api.listWorkingDays, {
        query: { territoryId: far.territoryId, from: '2026-11-21', to: '2026-11-21' },
      }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('is listed page by page in every order, each once', async () => {
    const admin = await app.signIn({ role: 'admin' });
    for (const sort of ['name', 'newest', 'stars', 'points'] as const) {
      const ids: string[] = [];
      for (let cursor: string | undefined, go = true; go; ) {
        const query = { sort, limit: 30, ...(cursor === undefined ? {} : { cursor }) };
        const page = await admin.call(api.listEngineers, { query });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
        go = page.next !== null;
      }
      const [{ n }] = (await app.rows<{ n: number }>('select count(*)::int as n from network.engineer')) as [
        { n: number },
      ];
      expect(new Set(ids).size).toBe(n);
      expect(ids).toHaveLength(n);
    }
    const named = await admin.call(api.listEngineers, { query: { text: first(demo.engineers).name } });
    expect(named.items.map(({ id }) => id)).toContain(first(demo.engineers).id);
    const gas = await admin.call(api.listEngineers, { query: { category: 'tv', limit: 200 } });
    expect(gas.items.length).toBeGreaterThan(0);
    expect(gas.items.every(({ skills }) => skills.includes('prod:tv'))).toBe(true);
  });

  it('works by the clock of the territory', async () => {
    const admin = await app.signIn({ role: 'admin' });
    const hours = { startMinute: 480, endMinute: 1080, breaks: [] };
    const shifts = { week: [6, 7].map((weekday) => ({ weekday, hours })), exceptions: [] };
    for (const id of far.engineerIds) await admin.call(api.setShifts, { params: { id }, body: shifts });
    const days = await app.modules.network.workingDays(far.territoryId, '2026-10-31', '2026-11-01');
    expect(days).toHaveLength(8);
    expect(new Set(days.map(({ start }) => toRfc3339(start)))).toEqual(
      new Set(['2026-10-31T12:00:00.000Z', '2026-11-01T13:00:00.000Z']),
    );
  });
});

describe('an outlet', () => {
  it('is taken in, changed and sent through its statuses', async () => {
    const admin = await app.signIn({ role: 'admin' });
    const territory = first(demo.territories);
    const body = {
      name: '晴川新网点',
      cityId: demo.cityId,
      territoryIds: [territory.id],
      tier: 'special' as const,
      marketTier: 1,
      categories: ['fridge'],
      point: somePoint(3),
      openedOn: '2026-11-01',
    };
    await expect(
      admin.call(api.createOutlet, { body: { ...body, territoryIds: [far.territoryId] } }),
    ).rejects.toMatchObject({ status: 422 });
    const outlet = await admin.call(api.createOutlet, { body });
    const params = { id: outlet.id };
    const renamed = await admin.call(api.changeOutlet, { params, body: { name: '晴川老网点' }, ifMatch: 1 });
    expect(renamed).toMatchObject({ name: '晴川老网点', categories: ['fridge'], version: 2 });
    const found = await admin.call(api.listOutlets, {
      query: { text: '老网', status: ['active'], category: 'fridge' },
    });
    expect(found.items.map(({ id }) => id)).toEqual([outlet.id]);

    const change = (status: 'active' | 'rectifying' | 'terminated') =>
      admin.call(api.changeOutletStatus, { params, body: { status, reason: 'r' } });
    await expect(change('active')).rejects.toMatchObject({ code: 'network.illegal_status' });
    expect((await change('rectifying')).status).toBe('rectifying');
    expect((await app.modules.network.findOutlet(outlet.id))?.status).toBe('rectifying');
    const joining = {
      name: '某人',
      phone: '18800001111',
      outletId: outlet.id,
      territoryId: territory.id,
      home: body.point,
      joinedOn: '2026-11-01',
      licenceExpiresOn: '2027-11-01',
    };
    await expect(admin.call(api.createEngineer, { body: joining })).rejects.toMatchObject({
      code: 'network.outlet_not_active',
    });
    await change('terminated');
    await expect(change('active')).rejects.toMatchObject({ status: 409 });
    const [event] = await app.rows<{ after: object }>(
      `select before, after from platform.audit where subject_id = '${outlet.id}' and action = 'changeOutletStatus' order by id desc limit 1`,
    );
    expect(event).toEqual({ before: { status: 'rectifying' }, after: { status: 'terminated' } });
  });
});
