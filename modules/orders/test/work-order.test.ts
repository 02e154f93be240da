import {
  WORK_ORDER_ACTIONS,
  WORK_ORDER_STATES,
  type WorkOrderAction,
  workOrderCan,
} from '@firstfix/contract/orders/states';
import { HOUR, newId } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsWindow, moveVisit, type Visit } from '../src/visit.ts';
import * as rules from '../src/work-order.ts';

const NOW = Date.parse('2026-11-21T01:00:00Z');

const anOrder: rules.WorkOrder = {
  id: newId(),
  number: '261121000001',
  state: 'open',
  hold: null,
  holdReason: null,
  requestId: null,
  customerId: newId(),
  householdId: newId(),
  applianceId: null,
  territoryId: newId(),
  outletId: null,
  engineerId: null,
  ownerId: newId(),
  visitId: null,
  visitCount: 0,
  reworkOf: null,
  work: {
    workType: 'repair',
    category: 'fridge',
    productModelId: null,
    symptomCode: null,
    difficulty: 2,
    standardSeconds: 2700,
    limitSeconds: 3600,
    responseSeconds: 43_200,
    priority: 30,
    skills: [],
    cover: 'in_warranty',
    description: '',
  },
  place: { point: { lat: 36, lng: 120 }, districtCode: '370202', community: 'x' },
  arrivalWindow: null,
  urgeCount: 0,
  openedAt: NOW,
  completedAt: null,
  closedAt: null,
  version: 1,
};

const window = { start: NOW + HOUR, end: NOW + 3 * HOUR };
const assignee = () => ({ engineerId: newId(), outletId: newId(), visitId: newId() });

/** Every rule by the action whose states it must keep. */
const RULES: Partial<Record<WorkOrderAction, (order: rules.WorkOrder) => rules.WorkOrder>> = {
  offer: rules.offer,
  withdrawOffer: rules.withdrawOffer,
  promiseWindow: (order) => rules.promiseWindow(order, window),
  reschedule: (order) => rules.reschedule(order, window),
  assign: (order) => rules.assign(order, assignee()),
  hold: (order) => rules.putOnHold(order, 'awaiting_parts', 'board'),
  releaseHold: rules.releaseHold,
  solveRemotely: rules.solveRemotely,
  settleRemoteSolution: (order) => rules.settleRemoteSolution(order, NOW),
  reopen: rules.reopen,
  cancel: (order) => rules.cancel(order, NOW),
  urge: rules.urge,
  confirm: rules.confirm,
  close: (order) => rules.close(order, NOW),
};

const states = fc.constantFrom(...WORK_ORDER_STATES);
const actions = fc.constantFrom(...(Object.keys(RULES) as WorkOrderAction[]));

describe('the order’s states', () => {
  it('allow exactly what the contract says, and refuse the rest with the states that would do', () => {
    fc.assert(
      fc.property(states, actions, (state, action) => {
        const run = () => RULES[action]?.({ ...anOrder, state });
        if (workOrderCan.do(action, state)) expect(run).not.toThrow();
        else {
          expect(run).toThrow(
            expect.objectContaining({
              status: 409,
              code: 'orders.illegal_transition',
              extra: { state, legalStates: WORK_ORDER_ACTIONS[action].from },
            }),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('always leave an owner, a next step and a due time, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 30 }), (wanted) => {
        let order = anOrder;
        for (const action of wanted) {
          if (workOrderCan.do(action, order.state)) order = RULES[action]?.(order) ?? order;
          const step = rules.nextStep(order);
          expect(step.action).not.toBe('');
          expect(step.action === 'none').toBe(order.closedAt !== null);
          expect(order.ownerId).toBe(anOrder.ownerId);
          expect(rules.dueAt(order)).toBe(order.arrivalWindow?.end ?? NOW + 12 * HOUR);
          expect(order.engineerId === null).toBe(order.outletId === null);
          if (['closed', 'cancelled'].includes(order.state)) expect(order.closedAt).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('know an order at rest by its engineer and its window', () => {
    const engineerId = newId();
    expect(rules.restingState({ engineerId: null, arrivalWindow: null })).toBe('open');
    expect(rules.restingState({ engineerId: null, arrivalWindow: window })).toBe('scheduled');
    expect(rules.restingState({ engineerId, arrivalWindow: null })).toBe('assigned');
    expect(rules.restingState({ engineerId, arrivalWindow: window })).toBe('scheduled');
  });

  it('come in either order: appointment and assignment', () => {
    const first = rules.assign(rules.promiseWindow(anOrder, window), assignee());
    const second = rules.promiseWindow(rules.assign(anOrder, assignee()), window);
    expect([first.state, second.state]).toEqual(['scheduled', 'scheduled']);
  });

  it('give an unfinished order back without its window and engineer, with the reason it waits', () => {
    const assigned = rules.assign(rules.promiseWindow(anOrder, window), assignee());
    const back = rules.returnUnfinished(assigned, 'awaiting_parts', 'part_missing');
    expect(back).toMatchObject({
      engineerId: null,
      visitId: null,
      arrivalWindow: null,
      hold: 'awaiting_parts',
      visitCount: 1,
    });
    expect(rules.nextStep({ ...back, state: 'open' })).toEqual({
      action: 'deliver_part',
      by: 'parts_planner',
    });
  });
});

describe('a visit', () => {
  const visit: Visit = {
    id: newId(),
    sequence: 1,
    state: 'planned',
    workOrderIds: [anOrder.id],
    customerId: anOrder.customerId,
    engineerId: newId(),
    outletId: newId(),
    territoryId: anOrder.territoryId,
    place: anOrder.place,
    planned: window,
    departedAt: null,
    arrivedAt: null,
    beganAt: null,
    endedAt: null,
    endReason: null,
    version: 1,
  };

  it('goes one way and ends for good', () => {
    const steps = ['accept', 'depart', 'arrive', 'begin', 'finish'] as const;
    const done = steps.reduce((moved, action, index) => moveVisit(moved, action, NOW + index), visit);
    expect(done).toMatchObject({
      state: 'finished',
      departedAt: NOW + 1,
      arrivedAt: NOW + 2,
      beganAt: NOW + 3,
      endedAt: NOW + 4,
    });
    for (const action of [...steps, 'decline', 'noShow', 'cancel', 'cannotComplete'] as const) {
      expect(() => moveVisit(done, action, NOW)).toThrow('illegal_transition/visit {"state":"finished"');
    }
  });

  it('cannot be cancelled once the work began', () => {
    expect(() => moveVisit({ ...visit, state: 'in_service' }, 'cancel', NOW)).toThrow(/in_service/);
  });

  it('keeps a window when it starts in it', () => {
    expect(fitsWindow(window, window)).toBe(true);
    expect(fitsWindow({ start: window.end, end: window.end + HOUR }, window)).toBe(true);
    expect(fitsWindow({ start: window.end + 1, end: window.end + HOUR }, window)).toBe(false);
  });
});
