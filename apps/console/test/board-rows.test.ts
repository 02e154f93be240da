import type { EngineerView } from '@firstfix/contract/network/schemas';
import type { VisitView, WorkOrderView } from '@firstfix/contract/orders/schemas';
import { HOUR, type Instant, MINUTE, toRfc3339 } from '@firstfix/kernel';
import { describe, expect, it } from 'vitest';
import { figuresOf, rowsOf, spanOf } from '../src/dispatch/board-rows.ts';

const NINE = Date.UTC(2026, 10, 23, 1);
const MIDNIGHT = NINE - 9 * HOUR;

const ENGINEER: EngineerView = {
  id: 'engineer',
  userId: 'user',
  name: '王伟',
  outletId: 'outlet',
  territoryId: 'territory',
  grade: 'B',
  standing: 'normal',
  standingReason: null,
  stars: 4,
  licenceNumber: 'L1',
  licencePoints: 12,
  licenceExpiresOn: '2027-01-01',
  joinedOn: '2020-01-01',
  leftOn: null,
  active: true,
  skills: ['grade:B'],
  version: 1,
};

function aVisit(id: string, start: Instant, changes: Partial<VisitView> = {}): VisitView {
  return {
    id,
    sequence: 1,
    state: 'accepted',
    workOrderIds: [`order-${id}`],
    engineerId: ENGINEER.id,
    outletId: 'outlet',
    territoryId: 'territory',
    place: { point: { lat: 36.1, lng: 120.4 }, districtCode: '990101', community: '海情小区' },
    plannedStartAt: toRfc3339(start),
    plannedEndAt: toRfc3339(start + HOUR),
    departedAt: null,
    arrivedAt: null,
    beganAt: null,
    endedAt: null,
    endReason: null,
    version: 1,
    ...changes,
  };
}

function drawn(visits: VisitView[], now: Instant) {
  const shifts = [{ engineerId: ENGINEER.id, start: NINE, end: NINE + 9 * HOUR, breakMs: HOUR }];
  const orders = new Map<string, WorkOrderView>();
  return rowsOf({ engineers: [ENGINEER], shifts, visits, orders, now });
}

describe('a row of the board', () => {
  it('counts what is open and what is booked of the hours there are', () => {
    const ended = {
      state: 'finished',
      arrivedAt: toRfc3339(NINE),
      endedAt: toRfc3339(NINE + 30 * MINUTE),
    } as const;
    const [row] = drawn([aVisit('a', NINE, ended), aVisit('b', NINE + 3 * HOUR)], NINE + HOUR);
    expect(row).toMatchObject({ open: 1, bookedMs: 90 * MINUTE, availableMs: 8 * HOUR });
  });

  it('hands a delay on to the visits after it, and only a delay', () => {
    const visits = [aVisit('b', NINE + HOUR), aVisit('a', NINE)];
    const starts = (now: Instant) => drawn(visits, now)[0]?.blocks.map(({ work }) => work.start);
    expect(starts(NINE - HOUR)).toEqual([NINE, NINE + HOUR]);
    expect(starts(NINE + 20 * MINUTE)).toEqual([NINE + 20 * MINUTE, NINE + 80 * MINUTE]);
  });

  it('leaves out what was called off, and whoever neither works nor has a visit', () => {
    expect(drawn([aVisit('a', NINE, { state: 'cancelled' })], NINE)[0]?.blocks).toEqual([]);
    const idle = rowsOf({ engineers: [ENGINEER], shifts: [], visits: [], orders: new Map(), now: NINE });
    expect(idle).toEqual([]);
  });
});

it('the day holds every visit, however early or late', () => {
  const now = NINE - 4 * HOUR;
  const rows = drawn([aVisit('a', NINE - 3 * HOUR), aVisit('b', NINE + 12 * HOUR)], now);
  expect(spanOf(MIDNIGHT, rows)).toEqual({ start: MIDNIGHT + 6 * HOUR, end: MIDNIGHT + 22 * HOUR });
  expect(figuresOf(rows, now)).toEqual({ working: 1, active: 0, idle: 0, risk: 0 });
});
