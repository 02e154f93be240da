import { expect, test } from 'vitest';
import { type Job, type Problem, solve, type Technician, writeFsPlan } from '../src/index.ts';

const HOUR = 3600;
const near: Technician = {
  id: 'near',
  home: { lat: 36, lng: 120.3 },
  shift: [8 * HOUR, 18 * HOUR],
  skills: ['a', 'b'],
};
const far: Technician = { ...near, id: 'far', home: { lat: 36.02, lng: 120.3 }, skills: ['a'] };
const visit: Job = {
  id: 1,
  location: { lat: 36.001, lng: 120.3 },
  serviceSeconds: HOUR,
  windows: [[9 * HOUR, 10 * HOUR]],
  priority: 10,
  skills: ['a'],
};

function whoGoes(job: Partial<Job>, weights: Problem['weights']): unknown {
  const plan = solve({ technicians: [near, far], jobs: [{ ...visit, ...job }], weights }, { iterations: 32 });
  return plan.routes.find(({ stops }) => stops.length > 0)?.technician;
}

test('the nearest goes, unless preference, a promise or spared skills are worth the way', () => {
  expect(whoGoes({}, {})).toBe('near');
  expect(whoGoes({ preferredTechnicians: ['far'] }, { preferredSeconds: 3600 })).toBe('far');
  expect(whoGoes({ preferredTechnicians: ['far'] }, { preferredSeconds: 60 })).toBe('near');
  expect(whoGoes({ currentTechnician: 'far' }, { movedSeconds: 3600 })).toBe('far');
  expect(whoGoes({}, { surplusSkillSeconds: 3600 })).toBe('far');
});

test('worthier visits come before more visits and before less travel', () => {
  const one = { ...near, shift: [9 * HOUR, 10.5 * HOUR] as const };
  const jobs: Job[] = [
    { ...visit, id: 'plain', priority: 10 },
    { ...visit, id: 'urgent', priority: 90, location: { lat: 36.02, lng: 120.3 } },
  ];
  const plan = solve({ technicians: [one], jobs }, { iterations: 64 });
  expect(plan.unassigned).toEqual([{ job: 'plain', reasons: ['day-full'] }]);
  expect(writeFsPlan(plan).format).toBe('fs-plan/1');
});

test('a problem that means nothing is refused with the value that is wrong', () => {
  const day: Problem = { technicians: [near], jobs: [visit] };
  const bad =
    (job: Partial<Job>): (() => unknown) =>
    () =>
      solve({ ...day, jobs: [{ ...visit, ...job }] }, { iterations: 1 });
  expect(bad({ windows: [[10, 9]] })).toThrow('job 1 has window 10..9');
  expect(bad({ priority: -1 })).toThrow('job 1 has priority -1');
  expect(bad({ serviceSeconds: 1.5 })).toThrow('job 1 takes 1.5 s');
  expect(bad({ pinned: { technician: 'nobody' } })).toThrow('job 1 is pinned to unknown nobody');
  expect(() => solve({ ...day, jobs: [visit, visit] }, { iterations: 1 })).toThrow('two jobs are called 1');
  expect(() => solve(day, {})).toThrow('a search needs seconds or iterations');
});
