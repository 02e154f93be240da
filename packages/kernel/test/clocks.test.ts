import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  businessTime,
  changeFactor,
  DAY,
  HOUR,
  MINUTE,
  parseInstant,
  pauseSlaClock,
  resumeSlaClock,
  retargetSlaClock,
  slaClockState,
  startSlaClock,
  stopSlaClock,
  wallTimeOf,
} from '../src/index.ts';
import { addWorkingMinutes, isWorkingDay } from '../src/working-time.ts';
import { addDays, addMonths, dayOfWeek, instantAt, localDateOf, minuteOfDay } from '../src/zone.ts';

const instants = fc.integer({
  min: parseInstant('2024-01-01T00:00:00Z'),
  max: parseInstant('2028-01-01T00:00:00Z'),
});
const factors = fc.constantFrom(0, 1, 10, 60);

describe('business time', () => {
  it('never jumps when its speed changes and never goes back', () => {
    const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: DAY }), factors), { maxLength: 10 });
    fc.assert(
      fc.property(instants, instants, changes, (wall, business, steps) => {
        let anchor = { wallAnchor: wall, businessAnchor: business, factor: 1 };
        let now = wall;
        for (const [later, factor] of steps) {
          const before = businessTime(anchor, now);
          now += later;
          const at = businessTime(anchor, now);
          expect(at).toBeGreaterThanOrEqual(before);
          anchor = changeFactor(anchor, now, factor);
          expect(businessTime(anchor, now)).toBe(at);
        }
      }),
    );
  });

  it('tells when on the wall a business time will be', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        fc.constantFrom(1, 10, 60),
        fc.integer({ min: 0, max: DAY }),
        (wall, business, factor, ahead) => {
          const anchor = { wallAnchor: wall, businessAnchor: business, factor };
          const reached = wallTimeOf(anchor, business + ahead);
          expect(businessTime(anchor, reached ?? Number.NaN)).toBeGreaterThanOrEqual(business + ahead);
          expect(wallTimeOf({ ...anchor, factor: 0 }, business)).toBeUndefined();
        },
      ),
    );
  });
});

describe('an SLA clock', () => {
  it('gives back exactly the time it was paused', () => {
    const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: HOUR }), fc.integer({ min: 0, max: HOUR })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: MINUTE, max: DAY }), pauses, (start, limit, steps) => {
        let clock = startSlaClock(start, start + limit);
        let now = start;
        let paused = 0;
        for (const [run, rest] of steps) {
          now += run;
          clock = pauseSlaClock(clock, now, 'awaiting_customer');
          expect(slaClockState(clock, now + 10 * DAY)).toBe('paused');
          now += rest;
          paused += rest;
          clock = resumeSlaClock(clock, now);
        }
        expect(clock.dueAt).toBe(start + limit + paused);
        expect(slaClockState(stopSlaClock(clock, clock.dueAt), now)).toBe('met');
        expect(slaClockState(stopSlaClock(clock, clock.dueAt + 1), now)).toBe('late');
      }),
    );
  });

  it('warns at four fifths, breaches after the due time, and stays breached', () => {
    const clock = startSlaClock(0, 1000);
    expect([799, 800, 1000, 1001].map((at) => slaClockState(clock, at))).toEqual([
      'running',
      'warned',
      'warned',
      'breached',
    ]);
    const late = stopSlaClock(clock, 5000);
    expect(stopSlaClock(late, 9000)).toBe(late);
    expect(late.breachedAt).toBe(1000);
  });

  it('counts from the new promise when it is re-targeted, and keeps a breach on record', () => {
    const moved = retargetSlaClock(startSlaClock(0, 1000), 500, 2500);
    expect(moved).toMatchObject({ dueAt: 2500, warnAt: 2100 });
    const broken = { ...startSlaClock(0, 1000), breachedAt: 1000 };
    expect(slaClockState(retargetSlaClock(broken, 1500, 9000), 2000)).toBe('breached');
  });

  it('pauses and resumes in any order without harm', () => {
    const steps = fc.array(fc.constantFrom('pause', 'resume', 'stop'), { maxLength: 12 });
    fc.assert(
      fc.property(instants, steps, (start, actions) => {
        let clock = startSlaClock(start, start + HOUR);
        let now = start;
        for (const action of actions) {
          now += MINUTE;
          const stopped = clock.stoppedAt;
          if (action === 'pause') clock = pauseSlaClock(clock, now, 'x');
          if (action === 'resume') clock = resumeSlaClock(clock, now);
          if (action === 'stop') clock = stopSlaClock(clock, now);
          if (stopped !== null) expect(clock.stoppedAt).toBe(stopped);
          expect(clock.dueAt).toBeGreaterThanOrEqual(start + HOUR);
          expect(clock.stoppedAt !== null && clock.pausedAt !== null).toBe(false);
        }
      }),
    );
  });
});

describe('wall-clock rules', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York');

  it('find their way back from an instant, except in the hour a clock change takes away', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 1439 }), zones, (instant, minute, zone) => {
        const date = localDateOf(instant, zone);
        const at = instantAt(date, minute, zone);
        const inGap = zone === 'America/New_York' && minuteOfDay(at, zone) !== minute;
        if (inGap) expect(minuteOfDay(at, zone)).toBe(minute + 60);
        else expect([localDateOf(at, zone), minuteOfDay(at, zone)]).toEqual([date, minute]);
      }),
    );
  });

  // a gap of a whole day, changes of half an hour, changes around a month of fasting
  const oddZones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Pacific/Apia',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  );
  const anyInstant = fc.integer({
    min: parseInstant('1980-01-01T00:00:00Z'),
    max: parseInstant('2040-01-01T00:00:00Z'),
  });

  it('agree with the calendar at any time in any zone', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 1439 }), oddZones, (instant, minute, zone) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        const date = wall.toPlainDate();
        expect(localDateOf(instant, zone)).toBe(date.toString());
        expect(minuteOfDay(instant, zone)).toBe(wall.hour * 60 + wall.minute);
        const time = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
        expect(instantAt(date.toString(), minute, zone)).toBe(time.toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 2_000 },
    );
  });

  it('agree with the calendar in the minutes around each clock change', () => {
    for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']) {
      const before = Temporal.ZonedDateTime.from(`2008-01-01T00:00[${zone}]`);
      for (let change = before.getTimeZoneTransition('next'); change; change = nextBefore2030(change)) {
        for (const seconds of [-1, 0, 1]) {
          const wall = change.add({ seconds });
          const shown = [
            localDateOf(wall.epochMilliseconds, zone),
            minuteOfDay(wall.epochMilliseconds, zone),
          ];
          expect(shown).toEqual([wall.toPlainDate().toString(), wall.hour * 60 + wall.minute]);
        }
      }
    }
  });

  function nextBefore2030(change: Temporal.ZonedDateTime) {
    return change.year < 2030 ? change.getTimeZoneTransition('next') : null;
  }

  it('count days as the calendar does, and know no date that does not exist', () => {
    const dates = anyInstant.map((instant) => localDateOf(instant, 'UTC'));
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const there = Temporal.PlainDate.from(date).add({ days });
        expect([addDays(date, days), dayOfWeek(addDays(date, days))]).toEqual([
          there.toString(),
          there.dayOfWeek,
        ]);
        const months = Math.trunc(days / 30);
        const then = Temporal.PlainDate.from(date).add({ months });
        expect(addMonths(date, months)).toBe(then.toString());
      }),
    );
    expect(addDays(addDays('9999-12-31', 1), -1)).toBe('9999-12-31');
    for (const date of ['2026-02-29', '2026-13-01', '2026-2-1', '2026-02-01T10:00Z', 'today', ''])
      expect(() => addDays(date, 1)).toThrow(RangeError);
  });

  it('know the days of the clock change', () => {
    const hours = (date: string) =>
      (instantAt(addDays(date, 1), 0, 'America/New_York') - instantAt(date, 0, 'America/New_York')) / HOUR;
    expect([hours('2026-03-08'), hours('2026-11-01'), hours('2026-07-01')]).toEqual([23, 25, 24]);
  });
});

describe('working time', () => {
  // the Spring Festival week of 2026 and two make-up days
  const exceptions = new Map<string, boolean>([
    ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'].map(
      (day): [string, boolean] => [day, true],
    ),
    ['2026-02-14', false],
    ['2026-02-28', false],
  ]);
  const calendar = { zone: 'Asia/Shanghai', startMinute: 9 * 60, endMinute: 18 * 60, exceptions };

  it('skips nights, weekends and holidays and works make-up days', () => {
    expect(isWorkingDay(calendar, '2026-02-14')).toBe(true);
    expect(isWorkingDay(calendar, '2026-02-17')).toBe(false);
    const from = instantAt('2026-02-14', 17 * 60, calendar.zone);
    expect(addWorkingMinutes(calendar, from, 120)).toBe(instantAt('2026-02-24', 10 * 60, calendar.zone));
  });

  it('adds up: in two steps as in one, and only inside working hours', () => {
    const minutes = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(instants, minutes, minutes, (from, a, b) => {
        const once = addWorkingMinutes(calendar, from, a + b);
        expect(addWorkingMinutes(calendar, addWorkingMinutes(calendar, from, a), b)).toBe(once);
        const minute = minuteOfDay(once, calendar.zone);
        expect(minute >= calendar.startMinute && minute <= calendar.endMinute).toBe(true);
        expect(isWorkingDay(calendar, localDateOf(once, calendar.zone))).toBe(true);
      }),
    );
  });
});
