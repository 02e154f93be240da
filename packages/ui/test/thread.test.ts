import { WORK_ORDER_STATES } from '@firstfix/contract/orders/states';
import { HOUR } from '@firstfix/kernel';
import { describe, expect, it } from 'vitest';
import { placeOfNow, reachedStep, WINDOW_BAND } from '../src/journey-steps.ts';

const OPENED = 1_000 * HOUR;
const WINDOW = { start: OPENED + 10 * HOUR, end: OPENED + 12 * HOUR };

describe('an order’s thread', () => {
  it('fills no fewer beads in a later state', () => {
    const way = WORK_ORDER_STATES.filter((state) => state !== 'cancelled' && state !== 'solved_remotely');
    const reached = way.map(reachedStep);
    expect(reached).toEqual(reached.toSorted((a, b) => a - b));
    expect(reached.at(-1)).toBe(6);
  });

  it('has no line of now without a promise', () => {
    expect(placeOfNow(OPENED, OPENED, null)).toBeUndefined();
  });

  it.each([
    ['at the opening', 0, 0],
    ['half-way to the window', 5, WINDOW_BAND.from / 2],
    ['at the window’s start', 10, WINDOW_BAND.from],
    ['in its middle', 11, 2.5],
    ['at its end', 12, WINDOW_BAND.to],
    ['days later', 100, 6],
  ])('draws now %s', (_when, hours, place) => {
    expect(placeOfNow(OPENED + hours * HOUR, OPENED, WINDOW)).toBeCloseTo(place);
  });
});
