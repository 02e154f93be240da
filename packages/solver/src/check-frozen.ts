import type { Break, Id, Job, Technician } from './problem.ts';
import type { Travel } from './travel.ts';

/** How far the rules of a technician's day give way to visits that have started. */
export type Room = {
  /** The latest start of each break. */
  readonly breakEnds: ReadonlyMap<Break, number>;
  /** When the technician has to be home. */
  readonly home: number;
};

/** The room the frozen visits need: made one after the other, then the breaks, then the way home. */
export function roomForFrozen(technician: Technician, jobs: ReadonlyMap<Id, Job>, travel: Travel): Room {
  const frozen = (technician.frozen ?? []).flatMap((id) => jobs.get(id) ?? []);
  const pauses = openBreaks(technician);
  const breakEnds = new Map(pauses.map((pause): [Break, number] => [pause, pause.window[1]]));
  if (frozen.length === 0) return { breakEnds, home: technician.shift[1] };
  let clock = leavesFrom(technician);
  let place = technician.start ?? technician.home;
  for (const job of frozen) {
    clock = earliestStart(job, clock + travel.seconds(place, job.location)) + job.serviceSeconds;
    place = job.location;
  }
  for (const pause of pauses) {
    breakEnds.set(pause, Math.max(pause.window[1], clock));
    clock = Math.max(clock, pause.window[0]) + pause.durationSeconds;
  }
  return { breakEnds, home: Math.max(technician.shift[1], clock + travel.seconds(place, technician.home)) };
}

function earliestStart(job: Job, arrival: number): number {
  if (job.pinned?.start !== undefined) return Math.max(job.pinned.start, arrival);
  const ready = Math.max(arrival, job.releasedAt ?? arrival);
  const starts = job.windows.filter(([, to]) => to >= ready).map(([from]) => Math.max(from, ready));
  return starts.length > 0 ? Math.min(...starts) : ready;
}

function openBreaks(technician: Technician): Break[] {
  const pauses = (technician.breaks ?? []).filter(({ window }) => window[1] >= leavesFrom(technician));
  return pauses.toSorted((a, b) => a.window[0] - b.window[0] || a.window[1] - b.window[1]);
}

/** When the technician can be on the road. */
export function leavesFrom({ shift, availableFrom }: Technician): number {
  return Math.max(shift[0], availableFrom ?? shift[0]);
}
