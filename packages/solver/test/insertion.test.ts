import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../src/compile.ts';
import { at, NEVER } from '../src/flat.ts';
import { type Job, matrixTravel, type Technician, type Window } from '../src/index.ts';
import { appendVisits } from '../src/live/day.ts';
import { fitsBetween, Insertion, tryRoute } from '../src/schedule/insertion.ts';
import { Routes } from '../src/schedule/routes.ts';
import { canLiveThrough } from './one-by-one.ts';

const window: fc.Arbitrary<Window> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 25 }))
  .map(([from, length]): Window => [from, from + length]);

const tinyDay = fc.integer({ min: 1, max: 4 }).chain((jobs) =>
  fc.record({
    shift: fc.integer({ min: 20, max: 60 }).map((to): Window => [0, to]),
    breaks: fc.array(fc.record({ window, durationSeconds: fc.integer({ min: 0, max: 8 }) }), {
      maxLength: 3,
    }),
    jobs: fc.tuple(
      ...Array.from({ length: jobs }, () =>
        fc.record({
          serviceSeconds: fc.integer({ min: 0, max: 10 }),
          windows: fc.array(window, { minLength: 1, maxLength: 3 }),
        }),
      ),
    ),
    // home is place 0; the way back need not take as long
    matrix: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), {
      minLength: 6,
      maxLength: 6,
    }),
  }),
);

function prepare(day: typeof tinyDay extends fc.Arbitrary<infer T> ? T : never) {
  const breaks = day.breaks.toSorted((a, b) => a.window[0] - b.window[0] || a.window[1] - b.window[1]);
  const home = { lat: 0, lng: 0, place: 0 };
  const technician: Technician = { id: 't', home, shift: day.shift, breaks, skills: [] };
  const jobs = day.jobs.map(
    (job, j): Job => ({ id: j, location: { lat: 0, lng: 0, place: j + 1 }, priority: 0, ...job }),
  );
  const seconds = (from: number, to: number): number => day.matrix[from]?.[to] ?? 0;
  const lives = (visits: readonly number[]): boolean => {
    const places = [0, ...visits.map((j) => j + 1), 0];
    const legs = places.slice(1).map((place, i) => seconds(places[i] ?? 0, place));
    return canLiveThrough(
      technician,
      visits.flatMap((j) => jobs[j] ?? []),
      legs,
    );
  };
  const model = compile({ technicians: [technician], jobs, travel: matrixTravel(day.matrix) });
  return { model, lives, seconds };
}

test('an insertion is possible exactly when the day can be lived through', () => {
  fc.assert(
    fc.property(tinyDay, (day) => {
      const { model, lives, seconds } = prepare(day);
      const routes = new Routes(model);
      const visits = Array.from({ length: model.jobCount - 1 }, (_, j) => j);
      const inserted = model.jobCount - 1;
      appendVisits(routes, 0, visits);
      expect(routes.isFeasible(0)).toBe(visits.length === 0 || lives(visits));
      let cheapest = NEVER;
      for (let i = 0; i <= visits.length; i++) {
        const after = visits[i - 1] ?? model.startNode(0);
        const fits = lives(visits.toSpliced(i, 0, inserted));
        expect(fitsBetween(routes, inserted, 0, after)).toBe(fits);
        const from = i === 0 ? 0 : i;
        const to = i === visits.length ? 0 : i + 1;
        const added = seconds(from, inserted + 1) + seconds(inserted + 1, to) - at(routes.leg, after);
        if (fits) cheapest = Math.min(cheapest, added);
      }
      const best = new Insertion();
      tryRoute(routes, inserted, 0, best);
      expect(best.cost).toBe(cheapest);
    }),
    { numRuns: 1500 },
  );
});
