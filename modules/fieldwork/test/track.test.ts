import { MINUTE, type Point, parseInstant } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OnTheWay, type Reported, sortOut } from '../src/track.ts';

const DEPARTED = parseInstant('2026-11-21T01:00:00.000Z');
const HERE: Point = { lat: 36.07, lng: 120.38 };
const way: OnTheWay = { departedAt: DEPARTED, until: null, before: undefined, now: DEPARTED + 30 * MINUTE };

/** So many minutes after setting out, so many metres north of it. */
function seen(minutes: number, metres: number, accuracyMetres = 10): Reported {
  const point = { lat: HERE.lat + metres / 111_195, lng: HERE.lng };
  return { at: DEPARTED + minutes * MINUTE, point, accuracyMetres };
}

function reasons(reported: readonly Reported[], changes: Partial<OnTheWay> = {}) {
  return sortOut(reported, { ...way, ...changes }).dropped.map(({ reason }) => reason);
}

describe('positions on the way', () => {
  it('are kept in the order of time, each time once', () => {
    const { kept, dropped } = sortOut([seen(3, 900), seen(1, 300), seen(2, 600), seen(1, 300)], way);
    expect(kept).toEqual([seen(1, 300), seen(2, 600), seen(3, 900)]);
    expect(dropped).toEqual([]);
  });

  it('lie between setting out and arriving', () => {
    expect(reasons([seen(-1, 0), seen(1, 0)])).toEqual(['not_on_the_way']);
    expect(reasons([seen(5, 0), seen(12, 0)], { until: DEPARTED + 10 * MINUTE })).toEqual(['not_on_the_way']);
  });

  it('may be a little ahead of our clock, never far', () => {
    expect(reasons([seen(34, 0), seen(36, 0)])).toEqual(['future']);
  });

  it('say at least which quarter it is', () => {
    expect(reasons([seen(1, 0, 500), seen(2, 0, 501)])).toEqual(['inaccurate']);
  });

  it('are no further apart than anybody drives', () => {
    expect(reasons([seen(1, 0), seen(2, 3_000), seen(3, 7_000)])).toEqual(['too_fast']);
    // both fixes may be off
    expect(reasons([seen(1, 0, 400), seen(2, 3_700, 400)])).toEqual([]);
    expect(reasons([seen(2, 9_000)], { before: seen(1, 0) })).toEqual(['too_fast']);
  });

  it('are believed after a pause, so that one wild fix does not stop the telling', () => {
    expect(reasons([seen(1, 90_000), seen(2, 0), seen(12, 0)])).toEqual(['too_fast']);
  });

  it('are sorted the same way each time they are sent', () => {
    const position = fc
      .tuple(
        fc.integer({ min: -5, max: 40 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 800 }),
      )
      .map(([minutes, metres, accuracy]) => seen(minutes, metres, accuracy));
    fc.assert(
      fc.property(fc.array(position, { maxLength: 30 }), (batch) => {
        const first = sortOut(batch, way);
        const again = sortOut(batch.toReversed().toReversed(), { ...way, now: way.now });
        expect(again).toEqual(first);
        expect(sortOut(first.kept, way).kept).toEqual(first.kept);
        const times = new Set(batch.map(({ at }) => at));
        expect(first.kept.length + first.dropped.length).toBe(times.size);
      }),
    );
  });
});
