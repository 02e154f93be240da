import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrange,
  type Break,
  cheapest,
  check,
  explain,
  insert,
  type Job,
  openDay,
  type Plan,
  type Problem,
  quote,
  remove,
  solve,
} from '../src/index.ts';
import { arbitraryDay } from './arbitrary-day.ts';

const HOUR = 3600;

/** A day planned without its last job, which nobody has fixed. */
const dayAndDraft = arbitraryDay
  .filter(({ jobs }) => jobs.length > 1)
  .map(({ technicians, jobs }) => {
    const draft: Job = { ...(jobs.at(-1) as Job), pinned: undefined, releasedAt: undefined };
    const problem: Problem = { technicians, jobs: jobs.slice(0, -1) };
    return { problem, draft, plan: solve(problem, { iterations: 32 }) };
  });

test('an inserted visit costs what was quoted and breaks nothing', () => {
  fc.assert(
    fc.property(dayAndDraft, ({ problem, draft, plan }) => {
      const day = openDay(problem, plan);
      const best = cheapest(quote(day, draft));
      const inserted = insert(day, draft);
      expect(inserted?.place).toEqual(best);
      if (!inserted) return;
      const verdict = check(inserted.problem, inserted.plan);
      expect(verdict.violations).toEqual([]);
      expect(verdict.travelSeconds).toBe(inserted.plan.cost.travelSeconds);
      const route = inserted.plan.routes.find(({ technician }) => technician === inserted.place.technician);
      expect(route?.stops).toContainEqual({ job: draft.id, start: inserted.place.start });
    }),
    { numRuns: 200 },
  );
});

test('a removed visit leaves a plan that breaks nothing and costs what it says', () => {
  fc.assert(
    fc.property(arbitraryDay, fc.nat(), (problem, pick) => {
      const job = problem.jobs[pick % Math.max(1, problem.jobs.length)];
      if (!job) return;
      const left = remove(openDay(problem, solve(problem, { iterations: 32 })), job.id);
      const verdict = check(left.problem, left.plan);
      expect(verdict.violations).toEqual([]);
      expect(verdict.travelSeconds).toBe(left.plan.cost.travelSeconds);
      expect(verdict.lostPriority).toBe(left.plan.cost.lostPriority);
    }),
    { numRuns: 100 },
  );
});

test('a quoted start is inside its window', () => {
  fc.assert(
    fc.property(dayAndDraft, ({ problem, draft, plan }) => {
      const day = openDay(problem, plan);
      for (const { window, best } of quote(day, draft)) {
        if (!best) continue;
        expect(best.start).toBeGreaterThanOrEqual(window[0]);
        expect(best.start).toBeLessThanOrEqual(window[1]);
      }
    }),
    { numRuns: 100 },
  );
});

test('everyone is a candidate or has a refusal, and the chosen term by term adds up', () => {
  fc.assert(
    fc.property(arbitraryDay, (problem) => {
      const plan = solve(problem, { iterations: 32 });
      const day = openDay(problem, plan);
      for (const { id } of problem.jobs) {
        const { chosen, runnersUp, refusals } = explain(day, id);
        const asked = [...(chosen ? [chosen] : []), ...runnersUp, ...refusals].map(
          ({ technician }) => technician,
        );
        expect(asked.toSorted()).toEqual(problem.technicians.map((technician) => technician.id).toSorted());
        for (const candidate of [...(chosen ? [chosen] : []), ...runnersUp]) {
          const { travelSeconds, preferredSeconds, movedSeconds, surplusSkillSeconds } = candidate;
          expect(candidate.totalSeconds).toBe(
            travelSeconds + preferredSeconds + movedSeconds + surplusSkillSeconds,
          );
        }
        const isLost = plan.unassigned.some(({ job }) => job === id);
        expect(chosen === undefined).toBe(isLost);
      }
      // asking leaves the day as it was
      expect(day.routes.travelSeconds).toBe(plan.cost.travelSeconds);
    }),
    { numRuns: 100 },
  );
});

const home = { lat: 36, lng: 120.3 };
const shift = [8 * HOUR, 18 * HOUR] as const;
const near = { lat: 36.02, lng: 120.3 };
const visit: Job = {
  id: 'visit',
  location: near,
  serviceSeconds: HOUR,
  windows: [[9 * HOUR, 10 * HOUR]],
  priority: 10,
  skills: ['prod:ac'],
  parts: [1],
};

test('each rule that keeps a technician away is named, with the nearest miss in minutes', () => {
  const noon: Break = { window: [12 * HOUR, 12 * HOUR], durationSeconds: HOUR };
  const able = { home, shift, skills: ['prod:ac'], stock: [1] };
  const problem: Problem = {
    technicians: [
      { ...able, id: 'excluded' },
      { ...able, id: 'skill', skills: [] },
      { ...able, id: 'parts', stock: [0] },
      { ...able, id: 'window', availableFrom: 10 * HOUR },
      { ...able, id: 'shift', shift: [8 * HOUR, 9.5 * HOUR] },
      // two breaks that can only be taken at the same moment
      { ...able, id: 'break', breaks: [noon, noon] },
      { ...able, id: 'parts-used' },
      { ...able, id: 'day-full' },
    ],
    jobs: [
      { ...visit, windows: [[9 * HOUR, 9 * HOUR]], excludedTechnicians: ['excluded'] },
      { ...visit, id: 'uses parts', windows: [[14 * HOUR, 15 * HOUR]] },
      { ...visit, id: 'fills the day', windows: [[8.5 * HOUR, 8.5 * HOUR]], parts: [0] },
    ],
  };
  const plan: Plan = {
    routes: [
      { technician: 'parts-used', stops: arrange(problem, 'parts-used', ['uses parts']) },
      { technician: 'day-full', stops: arrange(problem, 'day-full', ['fills the day']) },
    ],
    unassigned: [{ job: 'visit', reasons: [] }],
    cost: { lostPriority: 11, travelSeconds: 0, affinitySeconds: 0 },
    seed: 1,
    iterations: 0,
  };
  const { refusals, runnersUp } = explain(openDay(problem, plan), 'visit');
  expect(runnersUp).toEqual([]);
  for (const { technician, rule } of refusals) expect(rule).toBe(technician);
  const miss = new Map(refusals.map(({ technician, missMinutes }) => [technician, missMinutes]));
  // 2,224 m as the crow flies are 497 s by road
  expect(miss.get('window')).toBe(60 + 9);
  expect(miss.get('shift')).toBe(30 + 9);
  expect(miss.get('day-full')).toBe(30);
});

test('a day that cannot be kept is still timed, and the checker says what breaks', () => {
  const problem: Problem = {
    technicians: [
      {
        id: 't',
        home,
        shift,
        skills: [],
        breaks: [{ window: [12 * HOUR, 13 * HOUR], durationSeconds: HOUR }],
      },
    ],
    jobs: [visit, { ...visit, id: 'same time', skills: [], parts: [] }],
  };
  const stops = arrange(problem, 't', ['visit', 'same time']);
  const verdict = check(problem, {
    routes: [{ technician: 't', stops }],
    unassigned: [],
    cost: { lostPriority: 0, travelSeconds: 0, affinitySeconds: 0 },
    seed: 1,
    iterations: 0,
  });
  expect(verdict.violations.map(({ rule, job }) => [rule, job])).toEqual([
    ['skill', 'visit'],
    ['parts', 'visit'],
  ]);
  expect(stops.at(-1)).toEqual({ break: 0, start: 12 * HOUR });
});
