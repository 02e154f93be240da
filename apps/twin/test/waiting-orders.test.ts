import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { newId } from '@firstfix/kernel';
import { describe, expect, it } from 'vitest';
import { openDoor } from '../src/connection.ts';
import { asWaiting } from '../src/day/waiting-orders.ts';

const customer = {
  id: newId(),
  householdId: newId(),
  territoryId: newId(),
  appliances: [],
  connection: openDoor('http://localhost:1', { sockets: 1 }).connect(),
};

describe('an order that waits', () => {
  it('needs what the order says, on an appliance with a label nobody has read yet', () => {
    const order = orderWith('in_warranty');
    const { need, asked } = asWaiting(order, customer);
    expect(need).toMatchObject({ workType: 'repair', words: 'Kein Bild.', appliance: { category: 'tv' } });
    expect(need.appliance.serialNumber).toMatch(/^[A-Z0-9-]{6,40}$/);
    expect(asked).toMatchObject({ workOrderId: order.id, territoryId: order.territoryId, chargeable: false });
  });

  it.each(['out_of_warranty', 'unknown'] as const)('is quoted when its cover is %s', (cover) => {
    expect(asWaiting(orderWith(cover), customer).asked.chargeable).toBe(true);
  });
});

function orderWith(cover: WorkOrderView['work']['cover']): WorkOrderView {
  const at = '2026-11-22T00:00:00.000Z';
  return {
    id: newId(),
    number: '202611220000001',
    state: 'open',
    hold: null,
    requestId: newId(),
    customerId: customer.id,
    householdId: customer.householdId,
    applianceId: null,
    territoryId: customer.territoryId,
    outletId: null,
    engineerId: null,
    ownerId: newId(),
    visitId: null,
    reworkOf: null,
    work: {
      workType: 'repair',
      category: 'tv',
      productModelId: null,
      symptomCode: null,
      difficulty: 2,
      standardSeconds: 2400,
      limitSeconds: 7200,
      responseSeconds: 43_200,
      priority: 50,
      skills: ['grade:B', 'prod:tv'],
      cover,
      description: 'Kein Bild.',
    },
    place: { point: { lat: 36, lng: 120.4 }, districtCode: '990101', community: '金桂家园' },
    arrivalWindow: null,
    dueAt: at,
    nextStep: { action: 'promise_window', by: 'agent' },
    visitCount: 0,
    urgeCount: 0,
    openedAt: at,
    completedAt: null,
    closedAt: null,
    version: 1,
  };
}
