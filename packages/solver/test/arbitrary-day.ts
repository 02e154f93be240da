import fc from 'fast-check';
import type { Break, Job, Problem, Technician, Window } from '../src/index.ts';

const HOUR = 3600;
const SKILLS = ['grade:C', 'grade:B', 'prod:ac', 'prod:fridge'];

const place = fc.record({
  lat: fc.integer({ min: 3600, max: 3612 }).map((v) => v / 100),
  lng: fc.integer({ min: 12030, max: 12042 }).map((v) => v / 100),
});

function window(from: number, to: number, longest: number): fc.Arbitrary<Window> {
  return fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 0, max: longest }))
    .map(([opens, length]): Window => [opens, opens + length]);
}

const pause: fc.Arbitrary<Break> = fc.record({
  window: window(11 * HOUR, 15 * HOUR, 2 * HOUR),
  durationSeconds: fc.integer({ min: 0, max: HOUR }),
});

function technician(id: number): fc.Arbitrary<Technician> {
  return fc.record(
    {
      id: fc.constant(`t${id}`),
      home: place,
      shift: fc.constantFrom<Window>([8 * HOUR, 18 * HOUR], [9 * HOUR, 20 * HOUR], [8 * HOUR, 13 * HOUR]),
      skills: fc.subarray(SKILLS),
      start: place,
      availableFrom: fc.integer({ min: 7 * HOUR, max: 14 * HOUR }),
      breaks: fc.array(pause, { maxLength: 3 }),
      stock: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 }),
    },
    { requiredKeys: ['id', 'home', 'shift', 'skills'] },
  );
}

function job(id: number, technicians: number): fc.Arbitrary<Job> {
  const anyone = fc.integer({ min: 0, max: technicians - 1 }).map((t) => `t${t}`);
  return fc.record(
    {
      id: fc.constant(`j${id}`),
      location: place,
      serviceSeconds: fc.integer({ min: 0, max: 2 * HOUR }),
      windows: fc.array(window(8 * HOUR, 17 * HOUR, 4 * HOUR), { minLength: 1, maxLength: 3 }),
      priority: fc.integer({ min: 0, max: 90 }),
      skills: fc.subarray(SKILLS, { maxLength: 2 }),
      parts: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 2 }),
      releasedAt: fc.integer({ min: 6 * HOUR, max: 14 * HOUR }),
      pinned: fc.record(
        { technician: anyone, start: fc.integer({ min: 9 * HOUR, max: 16 * HOUR }) },
        { requiredKeys: ['technician'] },
      ),
      excludedTechnicians: fc.array(anyone, { maxLength: 2 }),
      preferredTechnicians: fc.array(anyone, { maxLength: 1 }),
      currentTechnician: anyone,
    },
    { requiredKeys: ['id', 'location', 'serviceSeconds', 'windows', 'priority'] },
  );
}

/** A day of so many with everything a problem can have, except frozen visits. */
export function dayOf(technicians: number, jobs: number): fc.Arbitrary<Problem> {
  return fc.record({
    technicians: fc.tuple(...Array.from({ length: technicians }, (_, t) => technician(t))),
    jobs: fc.tuple(...Array.from({ length: jobs }, (_, j) => job(j, technicians))),
  });
}

export const arbitraryDay: fc.Arbitrary<Problem> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 12 }))
  .chain(([technicians, jobs]) => dayOf(technicians, jobs));
