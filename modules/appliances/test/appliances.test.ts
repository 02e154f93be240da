import { seedCatalogue } from '@firstfix/catalogue';
import type { BodyOf } from '@firstfix/contract';
import * as api from '@firstfix/contract/appliances/endpoints';
import { DAY, newId, parseInstant, stableId } from '@firstfix/kernel';
import { systemActor, type Tx } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedAppliances } from '../src/index.ts';
import { aSerial } from './a-serial.ts';

const MODEL = stableId('model:Hearth:KFR-35GW/A1');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await inTransaction(seedCatalogue);
  await inTransaction(seedAppliances);
});
afterAll(() => app.close());

function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.runtime.transactor.transact(systemActor('test'), work);
}

async function register(changes: BodyOf<typeof api.registerAppliance> = {}) {
  const agent = await app.signIn({ role: 'agent' });
  const body = { modelId: MODEL, customerId: newId(), householdId: newId(), ...changes };
  return agent.call(api.registerAppliance, { body });
}

describe('registering an appliance', () => {
  it('takes from the serial number what it tells', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const appliance = await agent.call(api.registerAppliance, {
      body: { serialNumber: aSerial('101').toLowerCase() },
    });
    expect(appliance).toMatchObject({
      serialNumber: aSerial('101'),
      modelId: MODEL,
      brand: 'Hearth',
      category: 'ac',
      madeOn: '2025-03-01',
      factory: 'QD',
      version: 1,
    });
    const engineer = await app.signIn({ role: 'engineer', ownId: newId() });
    const scanned = await engineer.call(api.findBySerial, { params: { serialNumber: aSerial('101') } });
    expect(scanned.items).toMatchObject([{ id: appliance.id }]);
  });

  it('happens once per serial number', async () => {
    await register({ serialNumber: aSerial('102') });
    await expect(register({ serialNumber: aSerial('102') })).rejects.toMatchObject({
      status: 409,
      code: api.SERIAL_TAKEN,
    });
  });

  it('refuses what cannot be', async () => {
    const other = register({ serialNumber: aSerial('103', 'FFA003051') });
    await expect(other).rejects.toMatchObject({ code: api.OTHER_MODEL });
    const mistyped = register({ serialNumber: `${aSerial('103').slice(0, -1)}-` });
    await expect(mistyped).rejects.toMatchObject({ code: api.SERIAL_MALFORMED });
    const future = register({ boughtOn: '2026-12-24', invoiceNumber: 'I-1' });
    await expect(future).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/boughtOn', code: 'future' }] },
    });
    const early = register({ serialNumber: aSerial('104'), boughtOn: '2025-02-01' });
    await expect(early).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ code: 'before_production' }] },
    });
    await expect(register({ modelId: newId() })).rejects.toMatchObject({ status: 422 });
    await expect(register({ modelId: null, category: 'car' })).rejects.toMatchObject({ status: 422 });
  });
});

describe('whose appliances one sees', () => {
  it('are a customer’s own, an engineer’s any by its number, the office’s all', async () => {
    const customerId = newId();
    const householdId = newId();
    const customer = await app.signIn({ role: 'customer', ownId: customerId });
    const mine = await customer.call(api.registerAppliance, { body: { modelId: MODEL, householdId } });
    expect(mine.customerId).toBe(customerId);
    const forAnother = customer.call(api.registerAppliance, {
      body: { modelId: MODEL, customerId: newId() },
    });
    await expect(forAnother).rejects.toMatchObject({ status: 422 });
    const theirs = await register({ serialNumber: aSerial('105'), householdId });
    const listed = await customer.call(api.listAppliances, { query: {} });
    expect(listed.items.map(({ id }) => id)).toEqual([mine.id]);
    const asked = customer.call(api.getAppliance, { params: { id: theirs.id } });
    await expect(asked).rejects.toMatchObject({ status: 404 });
    const bySerial = await customer.call(api.findBySerial, { params: { serialNumber: aSerial('105') } });
    expect(bySerial.items).toEqual([]);

    const agent = await app.signIn({ role: 'agent' });
    const first = await agent.call(api.listAppliances, { query: { householdId, limit: 1 } });
    const rest = await agent.call(api.listAppliances, {
      query: { householdId, limit: 1, cursor: first.next ?? '' },
    });
    expect([...first.items, ...rest.items].map(({ id }) => id).sort()).toEqual([mine.id, theirs.id].sort());
    await expect(agent.call(api.listAppliances, { query: {} })).rejects.toMatchObject({ status: 422 });
    const engineer = await app.signIn({ role: 'engineer', ownId: newId() });
    await expect(engineer.call(api.listAppliances, { query: { householdId } })).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('checking a serial number', () => {
  it('tells ours from theirs', async () => {
    const known = await register({ serialNumber: aSerial('106') });
    const engineer = await app.signIn({ role: 'engineer', ownId: newId() });
    const check = (serialNumber: string, query: { modelId?: string; householdId?: string } = {}) =>
      engineer.call(api.checkSerial, { params: { serialNumber }, query });
    const here = { modelId: MODEL, householdId: known.householdId ?? '' };
    expect(await check(aSerial('106'), here)).toEqual({
      result: 'ok',
      applianceId: known.id,
      modelId: MODEL,
      madeOn: '2025-03-01',
    });
    expect((await check(aSerial('106'), { ...here, householdId: newId() })).result).toBe('other_household');
    expect((await check(aSerial('106'), { modelId: stableId('model:Hearth:KFR-26GW/A1') })).result).toBe(
      'other_model',
    );
    expect(await check(aSerial('107'), here)).toMatchObject({
      result: 'unknown',
      applianceId: null,
      modelId: MODEL,
    });
    expect((await check('FFA002034QD1F30110X7', here)).result).toBe('malformed');
  });
});

describe('the guarantee of an appliance', () => {
  it('is told with its basis, and follows a corrected purchase', async () => {
    const appliance = await register({ serialNumber: aSerial('108') });
    const agent = await app.signIn({ role: 'agent' });
    const entitlementOn = (on: string) =>
      agent.call(api.getEntitlement, { params: { id: appliance.id }, query: { on } });
    const before = await entitlementOn('2026-11-21');
    expect(before.basis).toMatchObject({
      start: 'production',
      startsOn: '2025-06-01',
      flags: ['no_invoice'],
    });
    const body = {
      boughtOn: '2025-08-01',
      invoiceNumber: 'I-77',
      invoiceFen: 299_900,
      reason: 'invoice seen',
    };
    const corrected = await agent.call(api.correctPurchase, {
      params: { id: appliance.id },
      body,
      ifMatch: 1,
    });
    expect(corrected).toMatchObject({ boughtOn: '2025-08-01', version: 2 });
    const after = await entitlementOn('2026-11-21');
    expect(after).toMatchObject({
      cover: 'in_warranty',
      until: '2031-08-01',
      basis: { start: 'invoice', wholeUnit: { source: 'promise', months: 72 }, flags: [] },
    });
    const stale = agent.call(api.correctPurchase, { params: { id: appliance.id }, body, ifMatch: 1 });
    await expect(stale).rejects.toMatchObject({ status: 412 });
    const audited = await app.rows<{ before: object }>(
      `select before from platform.audit where action = 'correctPurchase' and subject_id = $1`,
      [appliance.id],
    );
    expect(audited).toMatchObject([{ before: { boughtOn: null } }]);
  });

  it('gives a refund less the use after two repairs that did not hold', async () => {
    const bought = { boughtOn: '2026-06-01', invoiceNumber: 'I-1', invoiceFen: 300_000 };
    const { id } = await register({ serialNumber: aSerial('109'), ...bought });
    const repair = (at: string, receivedAt: string) =>
      inTransaction((tx) =>
        app.modules.appliances.recordService(tx, {
          applianceId: id,
          workOrderId: newId(),
          kind: 'repair',
          faultCode: 'R01',
          at: parseInstant(at),
          receivedAt: parseInstant(receivedAt),
        }),
      );
    await repair('2026-07-11T04:00:00Z', '2026-07-01T04:00:00Z');
    await repair('2026-07-25T04:00:00Z', '2026-07-25T02:00:00Z');
    const agent = await app.signIn({ role: 'agent' });
    const optionsOn = (faultOn: string) =>
      agent.call(api.getConsumerOptions, { params: { id }, query: { faultOn, faultCode: 'R01' } });
    expect(await optionsOn('2026-08-05')).toEqual({
      options: ['exchange', 'refund'],
      rule: 'failed_repairs',
      costBearer: 'seller',
      // 65 days less 10 in repair at 0.1 %
      depreciationFen: 16_500,
      refundFen: 283_500,
    });
    expect(await optionsOn('2026-06-05')).toMatchObject({
      options: ['refund', 'exchange', 'repair'],
      refundFen: 300_000,
    });
    const history = await agent.call(api.listServiceHistory, { params: { id } });
    expect(history.items.map(({ daysInRepair }) => daysInRepair)).toEqual([0, 10]);
  });

  it('is prolonged by a contract', async () => {
    const { id } = await register({
      modelId: stableId('model:Hearth:HP-40'),
      boughtOn: '2025-01-01',
      invoiceNumber: 'I-2',
    });
    const { appliances } = app.modules;
    const covers = { covers: 'whole_unit', startsOn: '2026-01-02', untilOn: '2028-01-01' } as const;
    const sold = { contractNumber: 'EW-1', ...covers };
    await inTransaction((tx) => appliances.extendWarranty(tx, id, sold));
    await inTransaction((tx) => appliances.extendWarranty(tx, id, sold));
    const appliance = await appliances.findAppliance(id);
    const now = appliance && (await appliances.entitlementOf(appliance, app.now()));
    expect(now).toMatchObject({ cover: 'extended', until: '2028-01-01' });
    const later =
      appliance && (await appliances.entitlementOf(appliance, parseInstant('2028-01-01T16:00:00Z')));
    expect(later?.cover).toBe('out_of_warranty');
  });
});

describe('the service history', () => {
  it('has each work order once, is only added to, and dates a first installation', async () => {
    const { id } = await register({
      serialNumber: aSerial('110'),
      boughtOn: '2026-11-01',
      invoiceNumber: 'I-3',
    });
    const { appliances } = app.modules;
    const record = {
      applianceId: id,
      workOrderId: newId(),
      kind: 'install',
      faultCode: null,
      at: app.now() - DAY,
    };
    await inTransaction((tx) => appliances.recordService(tx, record));
    await inTransaction((tx) => appliances.recordService(tx, record));
    expect(await appliances.serviceHistory(id)).toHaveLength(1);
    expect(await appliances.findAppliance(id)).toMatchObject({ installedOn: '2026-11-20', version: 2 });
    const change = app.rows(
      'update appliances.service_record set days_in_repair = 9 where appliance_id = $1',
      [id],
    );
    await expect(change).rejects.toThrow(/added/);
    const nowhere = inTransaction((tx) => appliances.recordService(tx, { ...record, applianceId: newId() }));
    await expect(nowhere).rejects.toMatchObject({ status: 404 });
  });

  it('starts again with a unit given in exchange', async () => {
    const old = await register({
      serialNumber: aSerial('111'),
      boughtOn: '2025-12-01',
      invoiceNumber: 'I-4',
    });
    const { appliances } = app.modules;
    const exchange = { of: old.id, on: '2026-11-01' };
    const given = { serialNumber: aSerial('112'), householdId: old.householdId, exchange };
    const id = await inTransaction((tx) => appliances.registerAppliance(tx, given));
    const appliance = await appliances.findAppliance(id);
    const entitled = appliance && (await appliances.entitlementOf(appliance, app.now()));
    expect(entitled?.basis).toMatchObject({ start: 'exchange', startsOn: '2026-11-01' });
    expect((await appliances.listOfHousehold(old.householdId ?? '')).map((one) => one.id)).toEqual([id]);
    const twice = inTransaction((tx) =>
      appliances.registerAppliance(tx, { ...given, serialNumber: aSerial('113') }),
    );
    await expect(twice).rejects.toMatchObject({ code: api.ALREADY_EXCHANGED });
  });
});

describe('the doctor', () => {
  it('finds nothing', async () => {
    for (const { name, find } of app.modules.appliances.parts.checks) {
      if (typeof find === 'string') expect(await app.rows(find), name).toEqual([]);
    }
  });
});
