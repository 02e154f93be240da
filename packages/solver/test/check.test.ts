import { expect, test } from 'vitest';
import {
  type BrokenRule,
  check,
  type Job,
  type Plan,
  type Problem,
  type Stop,
  type Technician,
} from '../src/index.ts';

const HOUR = 3600;
const home = { lat: 36, lng: 120.3 };
const north = { lat: 36.05, lng: 120.3 };
const NINE = 9 * HOUR;
const NOON = 12 * HOUR;

const lin: Technician = {
  id: 'lin',
  home,
  shift: [8 * HOUR, 18 * HOUR],
  breaks: [{ window: [NOON, 13 * HOUR], durationSeconds: HOUR / 2 }],
  skills: ['grade:C', 'prod:ac'],
  stock: [1],
};
const wu: Technician = {
  id: 'wu',
  home,
  shift: [8 * HOUR, 18 * HOUR],
  skills: ['grade:C', 'prod:ac'],
  stock: [0],
};
const early: Job = job('early', { windows: [[NINE, 10 * HOUR]], parts: [1] });
const late: Job = job('late', { windows: [[14 * HOUR, 16 * HOUR]] });
const lost: Job = job('lost', { priority: 30, skills: ['cert:gas'] });
const day: Problem = { technicians: [lin, wu], jobs: [early, late, lost] };
const lunch: Stop = { break: 0, start: NOON };
const first: Stop = { job: 'early', start: NINE };
const second: Stop = { job: 'late', start: 14 * HOUR };
const good: Plan = plan([first, lunch, second]);

function job(id: string, more: Partial<Job> = {}): Job {
  return {
    id,
    location: north,
    serviceSeconds: HOUR,
    windows: [[8 * HOUR, 17 * HOUR]],
    priority: 10,
    ...more,
  };
}

function plan(stops: readonly Stop[], more: Partial<Plan> = {}): Plan {
  return {
    routes: [
      { technician: 'lin', stops },
      { technician: 'wu', stops: [] },
    ],
    unassigned: [{ job: 'lost', reasons: ['skill'] }],
    cost: { lostPriority: 31, travelSeconds: 0, affinitySeconds: 0 },
    seed: 1,
    iterations: 0,
    ...more,
  };
}

function withJob(changed: Job): Problem {
  return { ...day, jobs: day.jobs.map((other) => (other.id === changed.id ? changed : other)) };
}

function withTechnician(changed: Technician): Problem {
  return { ...day, technicians: day.technicians.map((other) => (other.id === changed.id ? changed : other)) };
}

test('a good plan has no violation and is measured', () => {
  const verdict = check(day, good);
  expect(verdict).toMatchObject({ violations: [], served: 2, unserved: 1, lostPriority: 31 });
  // 5,560 m as the crow flies, 1.35 times that by road at 24.6 km/h, there and back
  expect(verdict.travelSeconds).toBe(2 * 1097);
});

const planted: [BrokenRule, string, Problem, Plan][] = [
  [
    'unknown',
    'a technician nobody knows',
    day,
    plan([first, lunch, second], { routes: [...good.routes, { technician: 'x', stops: [] }] }),
  ],
  ['unknown', 'a job nobody knows', day, plan([first, lunch, second, { job: 'x', start: 17 * HOUR }])],
  ['unknown', 'a break nobody knows', day, plan([first, lunch, second, { break: 7, start: 16 * HOUR }])],
  ['served-twice', 'one job twice', day, plan([first, lunch, second, { job: 'late', start: 15 * HOUR }])],
  [
    'served-twice',
    'one route twice',
    day,
    plan([first, lunch, second], { routes: [...good.routes, { technician: 'wu', stops: [] }] }),
  ],
  [
    'served-twice',
    'served and listed as unassigned',
    day,
    plan([first, lunch, second], { unassigned: [...good.unassigned, { job: 'late', reasons: [] }] }),
  ],
  ['forgotten', 'neither served nor listed', day, plan([first, lunch, second], { unassigned: [] })],
  ['skill', 'a missing skill', withJob({ ...late, skills: ['cert:gas'] }), good],
  ['excluded', 'an excluded technician', withJob({ ...late, excludedTechnicians: ['lin'] }), good],
  ['pinned', 'pinned to another', withJob({ ...late, pinned: { technician: 'wu' } }), good],
  [
    'pinned',
    'pinned to another start',
    withJob({ ...late, pinned: { technician: 'lin', start: 15 * HOUR } }),
    good,
  ],
  ['frozen', 'a frozen visit not first', withTechnician({ ...lin, frozen: ['late'] }), good],
  ['frozen', 'a frozen visit made by another', withTechnician({ ...wu, frozen: ['late'] }), good],
  ['parts', 'more parts than on the van', withJob({ ...late, parts: [1] }), good],
  ['window', 'a start after the window', day, plan([{ job: 'early', start: 10 * HOUR + 1 }, lunch, second])],
  [
    'window',
    'a start between two windows',
    withJob({
      ...late,
      windows: [
        [13 * HOUR, 13.5 * HOUR],
        [15 * HOUR, 16 * HOUR],
      ],
    }),
    good,
  ],
  [
    'too-early',
    'a start before the way can be travelled',
    withJob({ ...early, windows: [[8 * HOUR, 10 * HOUR]] }),
    plan([{ job: 'early', start: 8 * HOUR + 600 }, lunch, second]),
  ],
  ['too-early', 'a start before the release', withJob({ ...late, releasedAt: 15 * HOUR }), good],
  [
    'too-early',
    'a start during the break',
    withJob({ ...late, windows: [[NOON, 16 * HOUR]] }),
    plan([first, lunch, { job: 'late', start: NOON + 600 }]),
  ],
  ['too-early', 'a departure before being free', withTechnician({ ...lin, availableFrom: NINE }), good],
  ['shift-end', 'home after the shift', withTechnician({ ...lin, shift: [8 * HOUR, 15 * HOUR] }), good],
  ['break-missed', 'no break', day, plan([first, second])],
  ['break-missed', 'two breaks for one', day, plan([first, lunch, { break: 0, start: 13 * HOUR }, second])],
  ['break-window', 'a break too early', day, plan([first, { break: 0, start: 11 * HOUR }, second])],
  ['break-window', 'a break too late', day, plan([first, { break: 0, start: 13 * HOUR + 1 }, second])],
];

test.each(planted)('%s: %s', (rule, _what, problem, broken) => {
  const rules = check(problem, broken).violations.map((violation) => violation.rule);
  expect([...new Set(rules)]).toEqual([rule]);
});
