import { HOUR, MINUTE } from '@firstfix/kernel';
import { addDays, dayOfWeek, instantAt, localDateOf, minuteOfDay } from '@firstfix/kernel/zone';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShiftPlan } from '../src/shift-plan.ts';
import { workingDaysOf } from '../src/working-days.ts';

const ENGINEER = { engineerId: 'e', joinedOn: '2020-01-01', leftOn: null, absences: [] };

function everyDay(startMinute: number, endMinute: number): ShiftPlan {
  const hours = { startMinute, endMinute, breaks: [] };
  return { week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours })), exceptions: [] };
}

/** 2026: the clocks of New York go forward on 8 March and back on 1 November. */
const date = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York');
const shift = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 15, max: 16 * 60 }))
  .map(([start, minutes]) => ({ start, end: Math.min(start + minutes, 2160) }));

describe('working days', () => {
  it('lose and double no shift around clock changes', () => {
    fc.assert(
      fc.property(date, zone, shift, (from, inZone, { start, end }) => {
        const shifts = everyDay(start, end);
        const to = addDays(from, 9);
        const days = workingDaysOf({ ...ENGINEER, shifts }, inZone, from, to);
        expect(days.map((day) => day.date)).toEqual(Array.from({ length: 10 }, (_, n) => addDays(from, n)));
        for (const day of days) {
          expect(day.end).toBeGreaterThan(day.start);
          const moved = Math.abs(day.end - day.start - (end - start) * MINUTE);
          expect(moved).toBeLessThanOrEqual(inZone === 'Asia/Shanghai' ? 0 : HOUR);
        }
        days.slice(1).forEach((day, n) => {
          expect(day.start).toBeGreaterThanOrEqual(days[n]?.end ?? 0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('begin when the wall clock says so, unless that time is skipped', () => {
    fc.assert(
      fc.property(date, zone, shift, (from, inZone, { start, end }) => {
        const [day] = workingDaysOf({ ...ENGINEER, shifts: everyDay(start, end) }, inZone, from, from);
        expect(day).toBeDefined();
        if (!day) return;
        expect(localDateOf(day.start, inZone)).toBe(from);
        const shown = minuteOfDay(day.start, inZone);
        expect(shown === start || shown === start + 60).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keep the shift that the clock change swallows', () => {
    const days = workingDaysOf(
      { ...ENGINEER, shifts: everyDay(120, 180) },
      'America/New_York',
      '2026-03-07',
      '2026-03-09',
    );
    expect(days.map(({ start, end }) => (end - start) / MINUTE)).toEqual([60, 60, 60]);
    const night = workingDaysOf(
      { ...ENGINEER, shifts: everyDay(1320, 1800) },
      'America/New_York',
      '2026-10-31',
      '2026-10-31',
    );
    expect(night.map(({ start, end }) => (end - start) / HOUR)).toEqual([9]);
  });

  it('follow the week, the exceptions, joining and leaving', () => {
    const hours = { startMinute: 480, endMinute: 1080, breaks: [] };
    const shifts: ShiftPlan = {
      week: [{ weekday: 1, hours }],
      exceptions: [
        { date: '2026-11-23', hours: null },
        { date: '2026-11-25', hours },
      ],
    };
    const dates = (roster: object) =>
      workingDaysOf({ ...ENGINEER, shifts, ...roster }, 'Asia/Shanghai', '2026-11-16', '2026-12-07').map(
        (day) => day.date,
      );
    expect(dates({})).toEqual(['2026-11-16', '2026-11-25', '2026-11-30', '2026-12-07']);
    expect(dates({ joinedOn: '2026-11-17', leftOn: '2026-12-07' })).toEqual(['2026-11-25', '2026-11-30']);
    expect(dayOfWeek('2026-11-16')).toBe(1);
  });

  it('leave out absences: at an end the day is shorter, in the middle there is a break', () => {
    const time = (minute: number) => instantAt('2026-11-23', minute, 'Asia/Shanghai');
    const lunch = { fromMinute: 690, toMinute: 810, seconds: 2700 };
    const hours = { startMinute: 480, endMinute: 1080, breaks: [lunch] };
    const shifts = { week: [{ weekday: 1, hours }], exceptions: [] };
    const on = (...absences: [number, number][]) =>
      workingDaysOf(
        {
          ...ENGINEER,
          shifts,
          absences: absences.map(([from, to]) => ({ start: time(from), end: time(to) })),
        },
        'Asia/Shanghai',
        '2026-11-23',
        '2026-11-23',
      ).map(({ start, end, breaks }) => ({
        from: (start - time(0)) / MINUTE,
        to: (end - time(0)) / MINUTE,
        breaks: breaks.map(({ window, seconds }) => [(window.start - time(0)) / MINUTE, seconds]),
      }));
    expect(on()).toEqual([{ from: 480, to: 1080, breaks: [[690, 2700]] }]);
    expect(on([0, 720])).toEqual([{ from: 720, to: 1080, breaks: [[720, 2700]] }]);
    expect(on([900, 1200])).toEqual([{ from: 480, to: 900, breaks: [[690, 2700]] }]);
    expect(on([540, 600])).toEqual([
      {
        from: 480,
        to: 1080,
        breaks: [
          [540, 3600],
          [690, 2700],
        ],
      },
    ]);
    expect(on([540, 660], [600, 1080])).toEqual([{ from: 480, to: 540, breaks: [] }]);
    expect(on([0, 1440])).toEqual([]);
  });
});
