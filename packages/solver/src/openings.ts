import type { Break, Job, Technician, Window } from './problem.ts';

/** When the technician can be on the road. */
export function earliestDeparture({ shift, availableFrom }: Technician): number {
  return Math.ceil(Math.max(shift[0], availableFrom ?? shift[0]));
}

/** Breaks still to be taken, in the order of their windows. */
export function openBreaks(technician: Technician): { pause: Break; index: number }[] {
  const from = earliestDeparture(technician);
  return (technician.breaks ?? [])
    .map((pause, index) => ({ pause, index }))
    .filter(({ pause }) => pause.window[1] >= from)
    .sort((a, b) => a.pause.window[0] - b.pause.window[0] || a.pause.window[1] - b.pause.window[1]);
}

/** When the work may start: the pinned start, or what the release leaves of the windows. */
export function startWindows(job: Job): Window[] {
  const fixed = job.pinned?.start;
  if (fixed !== undefined) return [[fixed, fixed]];
  const released = job.releasedAt ?? Number.NEGATIVE_INFINITY;
  const open = job.windows
    .filter(([, to]) => to >= released)
    .map(([from, to]): Window => [Math.max(from, released), to]);
  return mergeOverlaps(open.sort((a, b) => a[0] - b[0]));
}

function mergeOverlaps(sorted: readonly Window[]): Window[] {
  const merged: Window[] = [];
  for (const window of sorted) {
    const last = merged.at(-1);
    if (last && window[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], window[1])];
    else merged.push(window);
  }
  return merged;
}
