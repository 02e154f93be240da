import type { Model } from '../model.ts';
import type { Plan, Rule, Stop } from '../plan.ts';
import { findRefusal } from '../refusal.ts';
import { lenientTimetable } from '../schedule/lenient.ts';
import type { Routes } from '../schedule/routes.ts';
import { timetable } from '../schedule/timetable.ts';

/** The routes as a plan, with the reasons for what nobody serves. */
export function readPlan(routes: Routes, idle: Routes, seed: number, iterations: number): Plan {
  const { model } = routes;
  return {
    routes: model.problem.technicians.map(({ id }, t) => ({ technician: id, stops: readStops(routes, t) })),
    unassigned: absentJobs(routes).map((j) => ({
      job: model.job(j).id,
      reasons: reasons({ model, routes, idle }, j),
    })),
    cost: {
      lostPriority: absentJobs(routes).reduce((sum, j) => sum + model.job(j).priority + 1, 0),
      travelSeconds: routes.travelSeconds,
      affinitySeconds: routes.affinitySeconds,
    },
    seed,
    iterations,
  };
}

/** A route's stops at their earliest, late where the route can't be kept. */
export function readStops(routes: Routes, t: number): Stop[] {
  const entries = timetable(routes, t) ?? lenientTimetable(routes, t);
  return entries.map((entry) =>
    'job' in entry ? { job: routes.model.job(entry.job).id, start: entry.start } : entry,
  );
}

function absentJobs(routes: Routes): number[] {
  const jobs: number[] = [];
  for (let i = 0; i < routes.absentCount; i++) jobs.push(routes.absentJob(i));
  return jobs.sort((a, b) => a - b);
}

function reasons(day: { model: Model; routes: Routes; idle: Routes }, j: number): Rule[] {
  const counts = new Map<Rule, number>();
  for (let t = 0; t < day.model.technicianCount; t++) {
    const refusal = findRefusal(day, j, t);
    if (refusal) counts.set(refusal.rule, (counts.get(refusal.rule) ?? 0) + 1);
  }
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}
