import { HOUR, MINUTE } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crewFor,
  type Demand,
  fitOf,
  freeSeconds,
  type Loads,
  presentSeconds,
  type WorkingEngineer,
  windowsOn,
} from '../src/capacity.ts';
import { capacityPolicy, slotLeadPolicy } from '../src/capacity-policy.ts';
import { roundsOf } from '../src/offer-rounds.ts';
import { leavesTime } from '../src/slot-lead.ts';

const policy = capacityPolicy.standard;
const EIGHT = 8 * HOUR;
const window = { start: EIGHT, end: EIGHT + 2 * HOUR };
const demand: Demand = {
  pool: 'fridge:2',
  skills: ['prod:fridge', 'grade:B'],
  workSeconds: 2700,
  urgent: false,
};

function engineer(skills: readonly string[], from = 8, to = 18): WorkingEngineer {
  return {
    engineerId: `e${skills.join()}${from}`,
    skills,
    start: from * HOUR,
    end: to * HOUR,
    breakSeconds: 0,
  };
}

function free(engineers: readonly WorkingEngineer[], booked: Loads, asked = demand): number {
  return freeSeconds(window, crewFor(engineers, asked), booked, asked, policy);
}

describe('capacity of a window', () => {
  it('is the working time of able engineers less driving, what is kept for urgent orders, and what is booked', () => {
    const able = engineer(demand.skills);
    const other = engineer(['prod:tv']);
    // one able engineer: 7200 s × 75 % × 90 %
    expect(free([able, other], {})).toBe(4860);
    expect(free([able, other], { 'fridge:2': 2700 })).toBe(2160);
    expect(free([able, other], {}, { ...demand, urgent: true })).toBe(5400);
    expect(free([other], {})).toBe(0);
  });

  it('is bounded by everybody together, whichever pool booked', () => {
    const able = engineer(demand.skills);
    expect(free([able], { 'fridge:1': 4000 })).toBe(860);
  });

  it('counts only the part of the shift inside the window, and breaks in proportion', () => {
    expect(presentSeconds(window, engineer([], 9, 18))).toBe(3600);
    expect(presentSeconds(window, engineer([], 10, 18))).toBe(0);
    expect(presentSeconds(window, { ...engineer([]), breakSeconds: 3600 })).toBe(6480);
  });

  it('never promises more than there is, whatever order bookings come in', () => {
    const bookings = fc.array(
      fc.record({
        pool: fc.constantFrom('fridge:2', 'tv:1', 'ac:3'),
        seconds: fc.integer({ min: 60, max: 7200 }),
        urgent: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    const crew = fc.array(
      fc.subarray(['prod:fridge', 'grade:B', 'prod:tv', 'grade:C', 'prod:ac', 'grade:A']),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(bookings, crew, (asked, skillSets) => {
        const engineers = skillSets.map((skills) => engineer(skills));
        const loads: Record<string, number> = {};
        for (const { pool, seconds, urgent } of asked) {
          const skills = pool === 'fridge:2' ? demand.skills : [];
          const left = free(engineers, loads, { pool, skills, workSeconds: seconds, urgent });
          expect(left).toBeGreaterThanOrEqual(0);
          if (left >= seconds) loads[pool] = (loads[pool] ?? 0) + seconds;
        }
        const booked = Object.values(loads).reduce((sum, seconds) => sum + seconds, 0);
        expect(booked).toBeLessThanOrEqual(engineers.length * 7200 * 0.75);
        const able = engineers.filter(({ skills }) => demand.skills.every((skill) => skills.includes(skill)));
        expect(loads['fridge:2'] ?? 0).toBeLessThanOrEqual(able.length * 7200 * 0.75);
      }),
    );
  });

  it('says full exactly when the work does not fit', () => {
    expect([2699, 2700, 3600, 3601].map((free) => fitOf(free, demand, window))).toEqual([
      'full',
      'fair',
      'fair',
      'good',
    ]);
  });

  it('offers the same wall-clock windows on the days of a clock change', () => {
    const dates = ['2026-03-07', '2026-03-08', '2026-03-09'];
    const days = dates.flatMap((date) => windowsOn(date, 'America/New_York', policy));
    expect(days).toHaveLength(18);
    const hours = days.map(({ start }) =>
      new Date(start).toLocaleTimeString('en-GB', { timeZone: 'America/New_York' }),
    );
    expect(new Set(hours)).toEqual(
      new Set(['08:00:00', '10:00:00', '12:00:00', '14:00:00', '16:00:00', '18:00:00']),
    );
  });
});

describe('a window that can still be kept', () => {
  const minutes = (work: number, priority = 30) => ({ priority, standardSeconds: work * 60 });
  const at = (hours: number, past = 0) => hours * HOUR + past * MINUTE;

  it.each([
    ['an hour of work, two hours before', minutes(60), at(6), true],
    ['an hour of work, just when somebody can be there with an hour left', minutes(60), at(8), true],
    ['an hour of work, a minute later', minutes(60), at(8, 1), false],
    ['a quarter of an hour of work still begins half an hour before the end', minutes(15), at(8, 30), true],
    ['a quarter of an hour of work, a minute later', minutes(15), at(8, 31), false],
    ['an urgent order is reached sooner', minutes(15, 90), at(9, 15), true],
    ['an urgent order, a minute later', minutes(15, 90), at(9, 16), false],
    ['work longer than the window begins with it', minutes(240), at(7), true],
    ['work longer than the window, a minute later', minutes(240), at(7, 1), false],
    ['a window that is over', minutes(15, 100), at(10), false],
  ])('%s', (_what, work, now, kept) => {
    expect(leavesTime(window, work, now, slotLeadPolicy.standard)).toBe(kept);
  });

  it('stays impossible once it is, and shorter work is never worse', () => {
    const times = fc.integer({ min: 0, max: 12 * 60 });
    const work = fc.integer({ min: 1, max: 600 });
    fc.assert(
      fc.property(
        times,
        times,
        work,
        work,
        fc.integer({ min: 0, max: 100 }),
        (now, more, one, other, urgency) => {
          const kept = (past: number, long: number) =>
            leavesTime(window, minutes(long, urgency), past * MINUTE, slotLeadPolicy.standard);
          const [shorter, longer] = [Math.min(one, other), Math.max(one, other)];
          expect(!kept(now, longer) || kept(now, shorter)).toBe(true);
          expect(!kept(now + more, longer) || kept(now, longer)).toBe(true);
        },
      ),
    );
  });
});

describe('rounds of an offer', () => {
  const candidates = fc.array(
    fc.record({
      engineerId: fc.uuid(),
      grade: fc.constantFrom('A+', 'A', 'B', 'C'),
      standing: fc.constantFrom('exemplary', 'normal', 'warning'),
      distanceMetres: fc.integer({ min: 0, max: 80_000 }),
    }),
    { maxLength: 100 },
  );

  it('ask nobody twice, nobody out of reach, and no more than the round allows', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const unique = [...new Map(all.map((one) => [one.engineerId, one])).values()];
        const asked = roundsOf(unique, policy);
        expect(new Set(asked.map(({ engineerId }) => engineerId)).size).toBe(asked.length);
        policy.offerRounds.forEach(({ best, withinMetres }, index) => {
          const sofar = asked.filter(({ round }) => round <= index + 1);
          expect(sofar.length).toBeLessThanOrEqual(best);
          for (const { distanceMetres } of sofar) expect(distanceMetres).toBeLessThanOrEqual(withinMetres);
        });
      }),
    );
  });

  it('ask exemplary engineers before nearer ones', () => {
    const near = { engineerId: 'near', grade: 'A+', standing: 'normal', distanceMetres: 100 };
    const exemplary = { engineerId: 'exemplary', grade: 'C', standing: 'exemplary', distanceMetres: 4000 };
    expect(roundsOf([near, exemplary], policy).map(({ engineerId }) => engineerId)).toEqual([
      'exemplary',
      'near',
    ]);
  });
});
