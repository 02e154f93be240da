import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, type Plan, type Problem, solve } from '../src/index.ts';
import { arbitraryDay, dayOf } from './arbitrary-day.ts';

function holders(plan: Plan): Map<unknown, { technician: unknown; start: number }> {
  const found = new Map<unknown, { technician: unknown; start: number }>();
  for (const { technician, stops } of plan.routes) {
    for (const stop of stops) if ('job' in stop) found.set(stop.job, { technician, start: stop.start });
  }
  return found;
}

test('plans break no rule, and their cost is what the checker finds', () => {
  fc.assert(
    fc.property(arbitraryDay, fc.integer(), (problem, seed) => {
      const plan = solve(problem, { iterations: 64, seed });
      const verdict = check(problem, plan);
      expect(verdict.violations).toEqual([]);
      expect(plan.cost.travelSeconds).toBe(verdict.travelSeconds);
      expect(plan.cost.lostPriority).toBe(verdict.lostPriority);
    }),
    { numRuns: 300 },
  );
});

test('the same seed and iterations give the same plan', () => {
  fc.assert(
    fc.property(arbitraryDay, fc.integer(), (problem, seed) => {
      const once = solve(problem, { iterations: 100, seed });
      expect(solve(problem, { iterations: 100, seed })).toEqual(once);
    }),
    { numRuns: 50 },
  );
});

test('pinned visits are never moved', () => {
  fc.assert(
    fc.property(arbitraryDay, (problem) => {
      const served = holders(solve(problem, { iterations: 64 }));
      for (const { id, pinned } of problem.jobs) {
        const visit = served.get(id);
        if (!pinned || !visit) continue;
        expect(visit.technician).toBe(pinned.technician);
        if (pinned.start !== undefined) expect(visit.start).toBe(pinned.start);
      }
    }),
    { numRuns: 200 },
  );
});

test('frozen visits stay first and in order, however late the day is, and nothing else is broken', () => {
  fc.assert(
    fc.property(arbitraryDay, fc.integer({ min: 1, max: 3 }), (day, count) => {
      const problem = freezeFirst(day, count);
      const plan = solve(problem, { iterations: 64 });
      expect(check(problem, plan).violations).toEqual([]);
      const first = plan.routes[0]?.stops.flatMap((stop) => ('job' in stop ? [stop.job] : []));
      const frozen = problem.technicians[0]?.frozen ?? [];
      expect(first?.slice(0, frozen.length)).toEqual(frozen);
    }),
    { numRuns: 300 },
  );
});

/** Freezes the first jobs, whatever they ask for, on the first technician. */
function freezeFirst({ technicians, jobs }: Problem, count: number): Problem {
  const frozen = jobs.slice(0, count).map(({ id }) => id);
  const [first, ...others] = technicians;
  const free = jobs.map((job) => (frozen.includes(job.id) ? { ...job, pinned: undefined } : job));
  return { technicians: first ? [{ ...first, frozen }, ...others] : [], jobs: free };
}

test('an earlier plan is kept where it still holds', () => {
  fc.assert(
    fc.property(arbitraryDay, (problem) => {
      const before = solve(problem, { iterations: 64 });
      const after = solve(problem, { iterations: 0, plan: before });
      expect(after.cost.lostPriority).toBeLessThanOrEqual(before.cost.lostPriority);
      const without = { ...problem, technicians: problem.technicians.slice(1) };
      const jobs = problem.jobs.map((job) => ({ ...job, pinned: undefined }));
      const sick = { ...without, jobs };
      expect(check(sick, solve(sick, { iterations: 64, plan: before })).violations).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a large day is planned in pieces by the same rules, and the same way each time', () => {
  const problem = sampleDay(70, 200);
  const plan = solve(problem, { iterations: 400 });
  const verdict = check(problem, plan);
  expect(verdict.violations).toEqual([]);
  expect(verdict.travelSeconds).toBe(plan.cost.travelSeconds);
  expect(solve(problem, { iterations: 400 })).toEqual(plan);
});

function sampleDay(technicians: number, jobs: number): Problem {
  const [problem] = fc.sample(dayOf(technicians, jobs), { seed: 7, numRuns: 1 });
  if (!problem) throw new Error('no sample');
  return problem;
}

test('the search stops when told to and reports how it goes', () => {
  const problem = sampleDay(4, 12);
  let clock = 0;
  const signal = { aborted: false };
  const reports: number[] = [];
  const plan = solve(problem, {
    seconds: 1000,
    now: () => (clock += 100),
    signal,
    onProgress: ({ iterations }) => {
      reports.push(iterations);
      signal.aborted = reports.length === 3;
    },
  });
  expect(reports).toHaveLength(3);
  expect(plan.iterations).toBe(reports[2]);
});
