import { STANDARD_FIELD_POLICY } from '@firstfix/contract/fieldwork/policy';
import type { Measurements } from '@firstfix/contract/fieldwork/schemas';
import { distanceMetres } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingToFinish } from '../src/checklist.ts';
import { usualDemands } from '../src/demands.ts';
import { checkDoorCode, digitsOf, matches, secondsLeft, stepOf } from '../src/door-code.ts';
import { doorCodesOf } from '../src/door-code-store.ts';
import { judgeTest, USUAL_LIMITS } from '../src/electric-safety.ts';
import { checkGeofence, mustBeThere } from '../src/geofence.ts';
import { readOccurred } from '../src/occurred.ts';
import { decideQuote, nextQuote, priceIsAgreed, totalOf } from '../src/quote.ts';
import { newJob } from '../src/sheet.ts';

const point = fc.record({
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the geofence', () => {
  it('is symmetric: from the place or from the phone, the distance is the same', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const there = checkGeofence(a, { point: b, accuracyMetres: 5 }, 200);
        const back = checkGeofence(b, { point: a, accuracyMetres: 5 }, 200);
        expect(there).toEqual(back);
      }),
    );
  });

  it('is monotone: who is inside a fence is inside a wider one', () => {
    fc.assert(
      fc.property(
        point,
        point,
        fc.integer({ min: 1, max: 30_000_000 }),
        fc.nat(1_000_000),
        (a, b, radius, more) => {
          const position = { point: b, accuracyMetres: 0 };
          if (checkGeofence(a, position, radius).inside) {
            expect(checkGeofence(a, position, radius + more).inside).toBe(true);
          }
        },
      ),
    );
  });

  it('ends at 200 m', () => {
    const place = { lat: 36, lng: 120 };
    const north = (metres: number) => ({ lat: 36 + metres / 111_195.08, lng: 120 });
    expect(distanceMetres(place, north(199.9))).toBeCloseTo(199.9, 1);
    expect(checkGeofence(place, { point: north(199.9), accuracyMetres: 9 }, 200).inside).toBe(true);
    expect(checkGeofence(place, { point: north(200.2), accuracyMetres: 500 }, 200).inside).toBe(false);
  });

  it('opens for a confirmation with its reason only', () => {
    const outside = { distanceMetres: 900, inside: false };
    expect(() => mustBeThere(outside, 200, {})).toThrow('outside_geofence {"distanceMetres":900');
    expect(() => mustBeThere(outside, 200, { confirmedOutside: true })).toThrow('required/outside_reason');
    expect(() => mustBeThere(outside, 200, { outsideReason: 'no satellites' })).toThrow(
      'outside_geofence {"distanceMetres":900',
    );
    mustBeThere(outside, 200, { confirmedOutside: true, outsideReason: 'no satellites' });
  });
});

describe('the door code', () => {
  const codes = doorCodesOf(Buffer.from('12345678901234567890'));
  const wall = fc.integer({ min: 0, max: 4_000_000_000_000 });

  it('truncates as RFC 4226 does', () => {
    const digest = Uint8Array.from(Buffer.from('1f8698690e02ca16618550ef7f19da8e945b555a', 'hex'));
    expect(digitsOf(digest)).toBe('872921');
  });

  it('counts in its step and the ones beside it, not in others', () => {
    fc.assert(
      fc.property(wall, fc.integer({ min: -6, max: 6 }), (now, steps) => {
        const window = { stepSeconds: 60, driftSteps: 1 };
        const shown = codes('customer', stepOf(now, 60) + steps);
        const near = [-1, 0, 1].map((drift) => codes('customer', stepOf(now, 60) + drift));
        expect(matches(codes, 'customer', shown, now, window)).toBe(near.includes(shown));
        if (Math.abs(steps) <= 1) expect(matches(codes, 'customer', shown, now, window)).toBe(true);
      }),
    );
  });

  it('is six digits, another for each side, and says how long it stays', () => {
    fc.assert(
      fc.property(wall, (now) => {
        expect(codes('engineer', stepOf(now, 60))).toMatch(/^\d{6}$/);
        const left = secondsLeft(now, 60);
        expect(left).toBeGreaterThanOrEqual(1);
        expect(left).toBeLessThanOrEqual(60);
        expect(stepOf(now + left * 1000, 60)).toBe(stepOf(now, 60) + 1);
      }),
    );
    const same = [...Array(200).keys()].filter((step) => codes('engineer', step) === codes('customer', step));
    expect(same.length).toBeLessThan(3);
  });

  it('read offline is judged by when it was read', () => {
    const readAt = 1_000_000_000_000;
    const now = readAt + 3 * 86_400_000;
    const code = codes('customer', stepOf(readAt, 60) - 4);
    const judge = (given: { code: string | undefined; offline: boolean }) =>
      checkDoorCode(codes, { ...given, readAt }, now, STANDARD_FIELD_POLICY);
    expect(judge({ code, offline: true })).toBe('offline_verified');
    expect(judge({ code, offline: false })).toBe('wrong');
    expect(judge({ code: codes('engineer', stepOf(readAt, 60)), offline: true })).toBe('offline_wrong');
    expect(judge({ code: undefined, offline: true })).toBe('unverified');
  });
});

describe('the electric safety test', () => {
  const good: Measurements = {
    voltageVolts: 221,
    earthOhms: 2,
    neutralToEarthVolts: 1,
    leakageMilliamps: 0.2,
    polarity: 'correct',
  };
  const failing = (changes: Partial<Measurements>) =>
    judgeTest({ ...good, ...changes }, USUAL_LIMITS)
      .readings.filter(({ passed }) => !passed)
      .map(({ item }) => item);

  it.each<[Partial<Measurements>, string[]]>([
    [{}, []],
    [{ voltageVolts: 198 }, []],
    [{ voltageVolts: 197.9 }, ['voltage']],
    [{ voltageVolts: 235.4 }, []],
    [{ voltageVolts: 235.5 }, ['voltage']],
    [{ earthOhms: 4 }, []],
    [{ earthOhms: 4.01 }, ['earth']],
    [{ earthOhms: null }, ['earth']],
    [{ neutralToEarthVolts: 5 }, []],
    [{ neutralToEarthVolts: 5.1 }, ['neutral_to_earth']],
    [{ leakageMilliamps: 3.5 }, []],
    [{ leakageMilliamps: 3.6 }, ['leakage']],
    [{ polarity: 'line_neutral_swapped' }, ['polarity']],
    [{ earthOhms: null, leakageMilliamps: 30 }, ['earth', 'leakage']],
  ])('judges %j', (changes, expected) => {
    expect(failing(changes)).toEqual(expected);
  });

  it('calls the earth unsafe when it is missing, too high or live', () => {
    const safe = (changes: Partial<Measurements>) =>
      judgeTest({ ...good, ...changes }, USUAL_LIMITS).earthSafe;
    expect(safe({ voltageVolts: 250 })).toBe(true);
    expect(safe({ earthOhms: null })).toBe(false);
    expect(safe({ earthOhms: 10 })).toBe(false);
    expect(safe({ polarity: 'line_earth_swapped' })).toBe(false);
  });

  it('asks no earth of class II', () => {
    const limits = { ...USUAL_LIMITS, earthMaximumOhms: null, neutralToEarthMaximumVolts: null };
    expect(judgeTest({ ...good, earthOhms: null, neutralToEarthVolts: 80 }, limits)).toMatchObject({
      passed: true,
      earthSafe: true,
    });
  });
});

describe('a quote', () => {
  const line = fc.record({
    code: fc.constantFrom('a', 'b'),
    nameZh: fc.constant('甲'),
    nameEn: fc.constant('a'),
    quantity: fc.integer({ min: 1, max: 999 }),
    unitFen: fc.integer({ min: 0, max: 10_000_000 }),
  });
  const priced = (
    lines: { unitFen: number; quantity: number; code: string; nameZh: string; nameEn: string }[],
  ) => ({
    lines: lines.map((one) => ({ ...one, amountFen: one.unitFen * one.quantity })),
    totalFen: lines.reduce((sum, one) => sum + one.unitFen * one.quantity, 0),
    priceListVersion: 'CN 2024-01-01',
  });

  it('sums to its lines, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 50 }), (lines) => {
        const quote = nextQuote(null, priced(lines));
        expect(quote.totalFen).toBe(quote.lines.reduce((sum, { amountFen }) => sum + amountFen, 0));
        expect(totalOf(lines.toReversed())).toBe(quote.totalFen);
      }),
    );
  });

  it('refuses a price list that cannot add', () => {
    const wrong = {
      ...priced([{ code: 'a', nameZh: '甲', nameEn: 'a', quantity: 2, unitFen: 100 }]),
      totalFen: 199,
    };
    expect(() => nextQuote(null, wrong)).toThrow(RangeError);
  });

  it('is decided once, in the version that was read', () => {
    const first = nextQuote(null, priced([]));
    const second = nextQuote(first, priced([]));
    expect(second.quoteVersion).toBe(2);
    expect(() => decideQuote(second, 1, 'approved', 'customer')).toThrow(
      'quote_not_open/newer {"version":1,"current":2}',
    );
    const approved = decideQuote(second, 2, 'approved', 'customer');
    expect(() => decideQuote(approved, 2, 'refused', 'customer')).toThrow('quote_not_open/decided');
    expect(() => decideQuote(null, 1, 'approved', 'customer')).toThrow('quote_not_open/none');
  });

  it('is needed outside warranty, and never left open', () => {
    const open = nextQuote(null, priced([]));
    const refused = decideQuote(open, 1, 'refused', 'customer');
    const approved = decideQuote(open, 1, 'approved', 'customer');
    expect([null, open, refused, approved].map((quote) => priceIsAgreed('out_of_warranty', quote))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect([null, open, refused, approved].map((quote) => priceIsAgreed('in_warranty', quote))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('the phone’s time', () => {
  it('never lies in our future, and says when it did', () => {
    const now = Date.parse('2026-11-21T01:00:00Z');
    expect(readOccurred('/occurredAt', '2026-11-18T01:00:00Z', now)).toEqual({
      at: Date.parse('2026-11-18T01:00:00Z'),
      skewed: false,
    });
    expect(readOccurred('/occurredAt', '2026-11-21T01:04:00Z', now)).toEqual({ at: now, skewed: false });
    expect(readOccurred('/occurredAt', '2026-11-21T02:00:00Z', now)).toEqual({ at: now, skewed: true });
    expect(() => readOccurred('/occurredAt', '2026-02-30T23:59:60Z', now)).toThrow('invalid_input time');
    expect(() => readOccurred('/occurredAt', '1970-01-01T00:00:00Z', now)).toThrow('too_old');
  });
});

describe('what is missing', () => {
  it('is everything at first, and only what the work type demands', () => {
    const missing = (workType: string) => {
      const work = { workType, category: 'fridge', cover: 'in_warranty', symptomCode: null } as const;
      return missingToFinish([{ workOrderId: 'o', job: newJob(work), demands: usualDemands(workType) }]).map(
        ({ pointer }) => pointer.replace('/jobs/o', ''),
      );
    };
    expect(missing('repair')).toEqual([
      '/serialNumber',
      '/testBefore',
      '/diagnosis',
      '/steps/do_the_job',
      '/steps/check_electricity',
      '/steps/explain_use',
      '/steps/maintain_product',
      '/steps/inspect_others',
      '/steps/leave_clean',
      '/testAfter',
    ]);
    expect(missing('survey')).not.toContain('/serialNumber');
    expect(missing('survey')).not.toContain('/testBefore');
  });
});
