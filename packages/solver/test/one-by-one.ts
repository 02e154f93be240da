import type { Job, Technician } from '../src/index.ts';

/**
 * Whether a technician can make the visits in this order, found by living through the day second by second and
 * trying every choice: travel on, rest, wait or start. Breaks are taken in their listed order. For tiny numbers only.
 */
export function canLiveThrough(
  technician: Technician,
  visits: readonly Job[],
  legs: readonly number[],
): boolean {
  const breaks = technician.breaks ?? [];
  const end = technician.shift[1];
  const dead = new Set<string>();
  const live = (clock: number, visit: number, left: number, rested: number): boolean => {
    if (clock > end) return false;
    const key = `${clock} ${visit} ${left} ${rested}`;
    if (dead.has(key)) return false;
    const job = visits[visit];
    if (!job && left === 0 && rested === breaks.length) return true;
    const pause = breaks[rested];
    const mayRest = pause && clock >= pause.window[0] && clock <= pause.window[1];
    if (mayRest && live(clock + pause.durationSeconds, visit, left, rested + 1)) return true;
    const mayStart = job && left === 0 && job.windows.some(([from, to]) => clock >= from && clock <= to);
    if (mayStart && live(clock + job.serviceSeconds, visit + 1, legs[visit + 1] ?? 0, rested)) return true;
    if (left > 0 && live(clock + 1, visit, left - 1, rested)) return true;
    if (live(clock + 1, visit, left, rested)) return true;
    dead.add(key);
    return false;
  };
  return live(technician.shift[0], 0, legs[0] ?? 0, 0);
}
