import * as api from '@firstfix/contract/fieldwork/endpoints';
import * as orders from '@firstfix/contract/orders/endpoints';
import { examine, systemActor } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assign,
  DIAGNOSIS,
  freshSerial,
  inService,
  onSite,
  photo,
  SAFE,
  send,
  serialOf,
  startFieldApp,
  steps,
} from './a-visit.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startFieldApp();
});
afterAll(async () => {
  const { checks } = app.modules.fieldwork.parts;
  const findings = await examine(app.runtime.database.plainPool, app.runtime.dataDir, checks);
  await app.close();
  expect(findings.flatMap(({ violations }) => violations)).toEqual([]);
});

describe('identifying', () => {
  it('refuses what is no serial and makes an evidence case of a doubtful one', async () => {
    const { id, engineer, workOrderId } = await onSite(app);
    const identify = (serialNumber: string) =>
      send(app, engineer, api.identifyAppliance, id, { serialNumber });
    await expect(identify('not a label')).rejects.toMatchObject({
      status: 422,
      code: 'fieldwork.serial_malformed',
    });
    const serialNumber = freshSerial();
    expect(await identify(serialOf('001', 'XXX999999'))).toMatchObject({
      outcome: 'counterfeit',
      evidenceCase: true,
    });
    expect(await identify(serialNumber)).toMatchObject({ outcome: 'new', evidenceCase: false });

    const elsewhere = await onSite(app);
    const again = await send(app, elsewhere.engineer, api.identifyAppliance, elsewhere.id, { serialNumber });
    expect(again).toMatchObject({ outcome: 'other_household', evidenceCase: true });
    const told = await app.rows<{ outcome: string }>(
      `select outcome from fieldwork.identification where work_order_id in ($1, $2) order by outcome`,
      [workOrderId, elsewhere.workOrderId],
    );
    expect(told.map(({ outcome }) => outcome)).toEqual(['counterfeit', 'new', 'other_household']);
    const summary = await app.modules.fieldwork.summaryOf(elsewhere.workOrderId);
    expect(summary?.flags.evidenceCase).toBe(true);
  });

  it('of a registered appliance leads to its history', async () => {
    const visit = await onSite(app, { cover: 'in_warranty', workType: 'trade_in' });
    const { householdId } = await visit.customer.call(orders.getWorkOrder, {
      params: { id: visit.workOrderId },
    });
    const serial = freshSerial();
    const applianceId = await app.runtime.transactor.transact(systemActor('test'), (tx) =>
      app.modules.appliances.registerAppliance(tx, { householdId, serialNumber: serial }),
    );
    const identified = await send(app, visit.engineer, api.identifyAppliance, visit.id, {
      serialNumber: serial,
    });
    expect(identified).toMatchObject({ outcome: 'known', applianceId });
    await send(app, visit.engineer, api.beginVisit, visit.id);
    await steps(app, visit);
    await send(app, visit.engineer, api.finishVisit, visit.id);
    const history = await app.modules.appliances.serviceHistory(applianceId);
    expect(history).toMatchObject([{ workOrderId: visit.workOrderId, kind: 'trade_in', outcome: 'done' }]);
  });
});

describe('the electric safety test', () => {
  it('outside its limits needs the photo and the customer’s signature', async () => {
    const { id, engineer, engineerToken, workOrderId } = await onSite(app, { cover: 'in_warranty' });
    const bad = { phase: 'before', measurements: { ...SAFE, leakageMilliamps: 9 } };
    await expect(send(app, engineer, api.recordReadings, id, bad)).rejects.toMatchObject({
      status: 422,
      code: 'fieldwork.hazard_record_needed',
      problem: { errors: [{ pointer: '/hazard/photoHash' }, { pointer: '/hazard/signatureHash' }] },
    });
    const unknown = 'a'.repeat(64);
    const photoHash = await photo(app, engineerToken);
    await expect(
      send(app, engineer, api.recordReadings, id, { ...bad, hazard: { photoHash, signatureHash: unknown } }),
    ).rejects.toMatchObject({
      status: 422,
      code: 'fieldwork.media_not_received',
      problem: { errors: [{ pointer: '/hazard/signatureHash', message: expect.stringContaining(unknown) }] },
    });
    const hazard = { photoHash, signatureHash: await photo(app, engineerToken), concernsBuilding: true };
    const tested = await send(app, engineer, api.recordReadings, id, { ...bad, hazard });
    expect(tested).toMatchObject({ passed: false, earthSafe: true, hazardId: expect.any(String) });
    const hazards = await app.rows(
      'select items, concerns_building from fieldwork.hazard where work_order_id = $1',
      [workOrderId],
    );
    expect(hazards).toEqual([{ items: ['leakage'], concerns_building: true }]);
    // a repair may go on over a hazard the customer signed for
    await send(app, engineer, api.identifyAppliance, id, { serialNumber: freshSerial() });
    await send(app, engineer, api.beginVisit, id);
  });

  it('without a safe earth refuses to install until it is measured again, or the visit ends', async () => {
    const visit = await onSite(app, { workType: 'install', cover: 'in_warranty' });
    const { id, engineer, engineerToken, workOrderId } = visit;
    await send(app, engineer, api.identifyAppliance, id, { serialNumber: freshSerial() });
    const hazard = {
      photoHash: await photo(app, engineerToken),
      signatureHash: await photo(app, engineerToken),
    };
    const unsafe = { measurements: { ...SAFE, earthOhms: null }, hazard };
    await send(app, engineer, api.recordReadings, id, { phase: 'before', ...unsafe });
    await expect(send(app, engineer, api.beginVisit, id)).rejects.toMatchObject({
      code: 'fieldwork.not_ready_to_begin',
      problem: { errors: [{ pointer: `/jobs/${workOrderId}/testBefore`, code: 'unsafe_earth' }] },
    });
    await send(app, engineer, api.recordReadings, id, { phase: 'before', measurements: SAFE });
    await send(app, engineer, api.beginVisit, id);
    await steps(app, visit);
    await send(app, engineer, api.recordReadings, id, { phase: 'after', ...unsafe });
    await expect(send(app, engineer, api.finishVisit, id)).rejects.toMatchObject({
      code: 'fieldwork.incomplete',
      problem: { errors: [{ pointer: `/jobs/${workOrderId}/testAfter`, code: 'unsafe_earth' }] },
    });
    await send(app, engineer, api.endCannotComplete, id, { reason: 'unsafe_electricity' });
    const order = await visit.customer.call(orders.getWorkOrder, { params: { id: workOrderId } });
    expect(order).toMatchObject({ state: 'open', hold: 'awaiting_customer' });
  });
});

describe('a quote', () => {
  it('takes codes of the price list only, is replaced, and decided in the version that was read', async () => {
    const { id, engineer, customer, engineerToken, workOrderId } = await onSite(app);
    await expect(
      send(app, engineer, api.giveQuote, id, { items: [{ code: 'my.own.price', quantity: 1 }] }),
    ).rejects.toMatchObject({ status: 422 });
    const items = [{ code: 'labour.repair.fridge.minor', quantity: 2 }];
    expect(await send(app, engineer, api.giveQuote, id, { items })).toMatchObject({ totalFen: 15_000 });
    await send(app, engineer, api.giveQuote, id, {
      items: [{ code: 'labour.repair.fridge.minor', quantity: 1 }],
    });
    await expect(send(app, customer, api.approveQuote, id, { quoteVersion: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'fieldwork.quote_not_open',
      problem: { quoteVersion: 2 },
    });
    await expect(send(app, engineer, api.approveQuote, id, { quoteVersion: 2 })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/signatureHash' }] },
    });
    const signatureHash = await photo(app, engineerToken);
    expect(await send(app, engineer, api.approveQuote, id, { quoteVersion: 2, signatureHash })).toMatchObject(
      {
        state: 'approved',
        decidedBy: 'signature',
        totalFen: 7500,
      },
    );
    const summary = await app.modules.fieldwork.summaryOf(workOrderId);
    expect(summary).toMatchObject({ approvedQuoteFen: 7500, flags: { quoteBySignature: true } });
    const told = await app.rows<{ state: string }>(
      'select state from fieldwork.quote where work_order_id = $1 order by version',
      [workOrderId],
    );
    expect(told.map(({ state }) => state)).toEqual(['given', 'approved']);
  });

  it('refused ends the visit with the fee, and only then', async () => {
    const { id, engineer, customer, workOrderId } = await onSite(app);
    await expect(
      send(app, engineer, api.endCannotComplete, id, { reason: 'quote_refused' }),
    ).rejects.toMatchObject({ status: 409, code: 'fieldwork.quote_not_refused' });
    await send(app, engineer, api.giveQuote, id, {
      items: [{ code: 'labour.repair.fridge.minor', quantity: 1 }],
    });
    await send(app, customer, api.refuseQuote, id, { quoteVersion: 1 });
    await send(app, engineer, api.endCannotComplete, id, { reason: 'quote_refused' });
    const order = await customer.call(orders.getWorkOrder, { params: { id: workOrderId } });
    expect(order.state).toBe('completed');
  });

  it('approved on one visit still holds on the next', async () => {
    const visit = await onSite(app);
    const { engineer, customer, workOrderId } = visit;
    await send(app, engineer, api.diagnose, visit.id, { diagnosis: DIAGNOSIS });
    await send(app, engineer, api.giveQuote, visit.id, {
      items: [{ code: 'labour.repair.fridge.minor', quantity: 1 }],
    });
    await send(app, customer, api.approveQuote, visit.id, { quoteVersion: 1 });
    await send(app, engineer, api.endCannotComplete, visit.id, { reason: 'part_missing' });
    const second = await assign(app, [workOrderId], visit.engineerId, visit.outletId);
    await engineer.call(orders.acceptVisit, { params: { id: second } });
    await send(app, engineer, api.departVisit, second);
    const sheet = await customer.call(api.getFieldSheet, { params: { id: second } });
    expect(sheet.jobs[0]).toMatchObject({
      quote: { state: 'approved', totalFen: 7500 },
      diagnosis: DIAGNOSIS,
    });
  });
});

describe('evidence', () => {
  it('must have been received, and be new', async () => {
    const first = await inService(app);
    const hash = await photo(app, first.engineerToken);
    await expect(steps(app, first, ['b'.repeat(64)])).rejects.toMatchObject({
      status: 422,
      code: 'fieldwork.media_not_received',
      problem: {
        errors: [
          { pointer: '/steps/0/evidence/0', message: expect.stringContaining('b'.repeat(64)) },
          { pointer: '/steps/5/evidence/0' },
          { pointer: '/steps/7/evidence/0' },
        ],
      },
    });
    await expect(
      send(app, first.engineer, api.tickSteps, first.id, { steps: [{ code: 'dance', outcome: 'done' }] }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/steps/0/code', code: 'unknown' }] },
    });
    await expect(
      send(app, first.engineer, api.tickSteps, first.id, {
        steps: [{ code: 'leave_clean', outcome: 'not_applicable' }],
      }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ code: 'must_be_done' }] } });
    expect(await steps(app, first, [hash])).toMatchObject({ photosDuplicated: false });

    const second = await inService(app);
    expect(await steps(app, second, [hash])).toMatchObject({ photosDuplicated: true });
    const shown = await app.rows(
      'select distinct duplicate_of from fieldwork.evidence where work_order_id = $1',
      [second.workOrderId],
    );
    expect(shown).toEqual([{ duplicate_of: first.workOrderId }]);
    const file = await fetch(`${app.url}/api/media/${hash}`, {
      headers: {
        authorization: `Bearer ${await app.tokenFor({ role: 'customer', ownId: first.customerId })}`,
      },
    });
    expect(file.status).toBe(200);
  });

  it('flags a new part that was built in before', async () => {
    const parts = [{ partCode: 'fan', quantity: 1, newSerial: 'FAN-77' }];
    const first = await inService(app);
    expect(await send(app, first.engineer, api.recordParts, first.id, { parts })).toMatchObject({
      seenBefore: false,
    });
    const second = await inService(app);
    expect(await send(app, second.engineer, api.recordParts, second.id, { parts })).toMatchObject({
      seenBefore: true,
    });
    const summary = await app.modules.fieldwork.summaryOf(second.workOrderId);
    expect(summary?.flags.partsSeenBefore).toBe(true);
  });
});
