import * as api from '@firstfix/contract/fieldwork/endpoints';
import * as orders from '@firstfix/contract/orders/endpoints';
import { DAY, HOUR, MINUTE, newId, toRfc3339 } from '@firstfix/kernel';
import { examine } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aVisit,
  DIAGNOSIS,
  freshSerial,
  HOME,
  inService,
  NEARBY,
  OFFLINE,
  SAFE,
  send,
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

describe('a visit', () => {
  it('goes from setting out to the finished work through every step, each refused before its time', async () => {
    const visit = await aVisit(app);
    const { id, engineer, customer, workOrderId } = visit;
    await expect(send(app, engineer, api.arriveVisit, id, OFFLINE)).rejects.toMatchObject({
      status: 409,
      code: 'fieldwork.wrong_state',
    });
    const departed = await send(app, engineer, api.departVisit, id);
    expect(departed.nextStep).toEqual({ action: 'arrive', by: 'engineer', workOrderId: null });
    await app.advance(10 * MINUTE);

    const door = await customer.call(api.getDoorCode, { params: { id } });
    const own = await engineer.call(api.getDoorCode, { params: { id } });
    expect(door.expected).toBe(own.code);
    expect(own.expected).toBeNull();
    const arrived = await send(app, engineer, api.arriveVisit, id, { ...NEARBY, doorCode: door.code });
    expect(arrived).toMatchObject({
      arrived: true,
      doorCode: 'verified',
      nextStep: { action: 'tick_five_ones' },
    });
    expect(arrived.distanceMetres).toBeGreaterThan(40);
    expect(arrived.distanceMetres).toBeLessThan(100);

    await expect(send(app, engineer, api.beginVisit, id)).rejects.toMatchObject({
      status: 422,
      code: 'fieldwork.not_ready_to_begin',
      problem: {
        errors: [
          { pointer: `/jobs/${workOrderId}/serialNumber` },
          { pointer: `/jobs/${workOrderId}/testBefore` },
          { pointer: `/jobs/${workOrderId}/quote` },
        ],
      },
    });
    await send(app, engineer, api.tickFiveOnes, id, {
      ticked: ['licence_card', 'shoe_covers', 'mat', 'cloth', 'small_gift'],
    });
    const serial = freshSerial();
    const identified = await send(app, engineer, api.identifyAppliance, id, {
      serialNumber: ` ${serial.toLowerCase()}`,
    });
    expect(identified).toMatchObject({
      evidenceCase: false,
      nextStep: { action: 'test_before', workOrderId },
    });
    const tested = await send(app, engineer, api.recordReadings, id, { phase: 'before', measurements: SAFE });
    expect(tested).toMatchObject({ passed: true, earthSafe: true, hazardId: null });
    expect(tested.readings).toContainEqual({
      item: 'voltage',
      value: 221,
      minimum: 198,
      maximum: 235.4,
      passed: true,
    });
    const diagnosed = await send(app, engineer, api.diagnose, id, { diagnosis: DIAGNOSIS });
    expect(diagnosed).toMatchObject({ asTriaged: true, nextStep: { action: 'give_quote' } });

    const items = [{ code: 'labour.repair.fridge.medium', quantity: 1 }];
    const quoted = await send(app, engineer, api.giveQuote, id, { items });
    expect(quoted).toMatchObject({
      quoteVersion: 1,
      state: 'given',
      totalFen: 14_000,
      nextStep: { action: 'decide_quote', by: 'customer', workOrderId },
    });
    await send(app, customer, api.approveQuote, id, { quoteVersion: 1 });
    await send(app, engineer, api.beginVisit, id);
    const parts = [{ partCode: 'power-board', quantity: 1, newSerial: 'pb-1', oldSerial: 'pb-0' }];
    expect(await send(app, engineer, api.recordParts, id, { parts })).toMatchObject({
      partCount: 1,
      seenBefore: false,
    });

    await expect(send(app, engineer, api.finishVisit, id)).rejects.toMatchObject({
      status: 422,
      code: 'fieldwork.incomplete',
      problem: {
        errors: expect.arrayContaining([
          expect.objectContaining({ pointer: `/jobs/${workOrderId}/steps/do_the_job` }),
          expect.objectContaining({ pointer: `/jobs/${workOrderId}/testAfter` }),
        ]),
      },
    });
    expect((await steps(app, visit)).missingSteps).toEqual([]);
    await send(app, engineer, api.recordReadings, id, { phase: 'after', measurements: SAFE });
    await app.advance(40 * MINUTE);
    const finished = await send(app, engineer, api.finishVisit, id);
    expect(finished).toMatchObject({ onSiteSeconds: 2400, nextStep: { action: 'none' } });

    const order = await customer.call(orders.getWorkOrder, { params: { id: workOrderId } });
    expect(order.state).toBe('completed');
    const journey = await customer.call(orders.listJourney, { params: { id: workOrderId } });
    expect(journey.items.slice(3).map(({ kind }) => kind)).toEqual([
      'visit_accepted',
      'engineer_departed',
      'engineer_arrived',
      'quote_given',
      'quote_approved',
      'work_began',
      'work_finished',
    ]);
    expect(await app.modules.fieldwork.summaryOf(workOrderId)).toMatchObject({
      approvedQuoteFen: 14_000,
      quoteLines: [{ code: 'labour.repair.fridge.medium', quantity: 1, amountFen: 14_000 }],
      missingSteps: [],
      serialNumber: serial,
      faultCode: 'C01',
      repairClass: 'medium',
      onSiteSeconds: 2400,
      readingsOk: true,
      flags: {
        outsideGeofence: false,
        doorCodeVerified: true,
        photosDuplicated: false,
        quoteBySignature: false,
      },
    });
  });
});

describe('arriving', () => {
  it('is refused outside the geofence with the distance, and flagged when confirmed with a reason', async () => {
    const { id, engineer, workOrderId } = await aVisit(app);
    await send(app, engineer, api.departVisit, id);
    const away = {
      position: { point: { lat: HOME.lat + 0.01, lng: HOME.lng }, accuracyMetres: 5 },
      doorCodeOffline: true,
    };
    await expect(send(app, engineer, api.arriveVisit, id, away)).rejects.toMatchObject({
      status: 422,
      code: 'fieldwork.outside_geofence',
      problem: { distanceMetres: 1112, radiusMetres: 200 },
    });
    await expect(
      send(app, engineer, api.arriveVisit, id, { ...away, confirmedOutside: true }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ pointer: '/outsideReason' }] } });
    const arrived = await send(app, engineer, api.arriveVisit, id, {
      ...away,
      confirmedOutside: true,
      outsideReason: 'underground garage',
    });
    expect(arrived).toMatchObject({ arrived: true, distanceMetres: 1112, doorCode: 'unverified' });
    const summary = await app.modules.fieldwork.summaryOf(workOrderId);
    expect(summary?.flags).toMatchObject({ outsideGeofence: true, doorCodeVerified: false });
  });

  it('needs the door code, counts wrong ones and locks', async () => {
    const { id, engineer, customer } = await aVisit(app);
    await send(app, engineer, api.departVisit, id);
    await expect(send(app, engineer, api.arriveVisit, id, NEARBY)).rejects.toMatchObject({
      code: 'fieldwork.door_code_needed',
    });
    const { code } = await customer.call(api.getDoorCode, { params: { id } });
    const wrong = { ...NEARBY, doorCode: String((Number(code) + 500_000) % 1_000_000).padStart(6, '0') };
    for (let left = 4; left >= 0; left -= 1) {
      expect(await send(app, engineer, api.arriveVisit, id, wrong)).toMatchObject({
        arrived: false,
        triesLeft: left,
      });
    }
    await expect(
      send(app, engineer, api.arriveVisit, id, { ...NEARBY, doorCode: code }),
    ).rejects.toMatchObject({
      code: 'fieldwork.door_code_locked',
    });
    await send(app, engineer, api.arriveVisit, id, OFFLINE);
    await expect(customer.call(api.getDoorCode, { params: { id } })).resolves.toMatchObject({
      expected: expect.any(String),
    });
  });

  it('days after it happened keeps both times', async () => {
    const { id, engineer } = await aVisit(app);
    await send(app, engineer, api.departVisit, id);
    const occurredAt = toRfc3339(app.now());
    await app.advance(2 * DAY);
    const arrived = await send(app, engineer, api.arriveVisit, id, { ...OFFLINE, occurredAt });
    expect(arrived).toMatchObject({ occurredAt, receivedAt: toRfc3339(app.now()) });
    const ahead = await send(app, engineer, api.tickFiveOnes, id, {
      ticked: ['mat', 'mat'],
      occurredAt: toRfc3339(app.now() + HOUR),
    });
    expect(ahead.occurredAt).toBe(ahead.receivedAt);
    const agent = await app.signIn({ role: 'agent' });
    const sheet = await agent.call(api.getFieldSheet, { params: { id } });
    expect(sheet).toMatchObject({ arrivedAt: occurredAt, fiveOnes: ['mat'], flags: { clockSkewed: true } });
  });
});

describe('a step the customer misses', () => {
  it('is marked once, told, and counts as missing', async () => {
    const { id, customer, engineer, workOrderId } = await inService(app);
    await expect(send(app, customer, api.markStepMissing, id, { stepCode: 'dance' })).rejects.toMatchObject({
      status: 422,
    });
    await send(app, customer, api.markStepMissing, id, { stepCode: 'leave_clean' });
    await send(app, customer, api.markStepMissing, id, { stepCode: 'leave_clean' });
    await expect(
      send(app, engineer, api.markStepMissing, id, { stepCode: 'leave_clean' }),
    ).rejects.toMatchObject({ status: 403 });
    const journey = await customer.call(orders.listJourney, { params: { id: workOrderId } });
    expect(journey.items.filter(({ kind }) => kind === 'step_marked_missing')).toHaveLength(1);
    const summary = await app.modules.fieldwork.summaryOf(workOrderId);
    expect(summary?.missingSteps).toEqual(expect.arrayContaining(['leave_clean', 'five_ones']));
  });
});

describe('a visit for two orders', () => {
  it('asks which order is meant, and finishes when both are done', async () => {
    const visit = await aVisit(app, { cover: 'in_warranty', workType: 'trade_in' }, 2);
    const { id, engineer, workOrderIds } = visit;
    await send(app, engineer, api.departVisit, id);
    await send(app, engineer, api.arriveVisit, id, OFFLINE);
    await expect(
      send(app, engineer, api.identifyAppliance, id, { serialNumber: freshSerial() }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/workOrderId', code: 'required' }] },
    });
    await expect(
      send(app, engineer, api.identifyAppliance, id, { serialNumber: freshSerial(), workOrderId: newId() }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/workOrderId', code: 'unknown' }] },
    });
    for (const workOrderId of workOrderIds) {
      await send(app, engineer, api.identifyAppliance, id, { serialNumber: freshSerial(), workOrderId });
    }
    await send(app, engineer, api.beginVisit, id);
    await steps(app, visit, undefined, workOrderIds[0]);
    await expect(send(app, engineer, api.finishVisit, id)).rejects.toMatchObject({
      code: 'fieldwork.incomplete',
      problem: {
        detail: expect.stringMatching(/^The visit cannot finish yet: .*step leave_clean is not ticked\.$/),
      },
    });
    await steps(app, visit, undefined, workOrderIds[1]);
    await send(app, engineer, api.finishVisit, id);
    for (const workOrderId of workOrderIds) {
      const order = await visit.customer.call(orders.getWorkOrder, { params: { id: workOrderId } });
      expect(order.state).toBe('completed');
    }
  });
});
