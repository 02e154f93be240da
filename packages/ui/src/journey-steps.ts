import type { WorkOrderState } from '@firstfix/contract/orders/states';
import type { Instant } from '@firstfix/kernel';

/** The beads of an order's thread: what every order goes through that is done at the door. */
export const JOURNEY_STEPS = [
  'opened',
  'appointed',
  'en_route',
  'on_site',
  'in_service',
  'completed',
  'confirmed',
] as const;
export type JourneyStep = (typeof JOURNEY_STEPS)[number];

/** How far an order in this state has come; a new state does not compile without its place. */
const REACHED: Readonly<Record<WorkOrderState, JourneyStep>> = {
  draft: 'opened',
  open: 'opened',
  offered: 'opened',
  assigned: 'appointed',
  scheduled: 'appointed',
  en_route: 'en_route',
  on_site: 'on_site',
  in_service: 'in_service',
  completed: 'completed',
  confirmed: 'confirmed',
  closed: 'confirmed',
  solved_remotely: 'opened',
  cancelled: 'opened',
};

/** Index of the last filled bead. */
export function reachedStep(state: WorkOrderState): number {
  return JOURNEY_STEPS.indexOf(REACHED[state]);
}

/** Where the promised window lies on the thread, between leaving and arriving, in beads. */
export const WINDOW_BAND = { from: 2, to: 3 } as const;

const LAST = JOURNEY_STEPS.length - 1;
/** So long after the window the line of now has reached the thread's end. */
const LATEST_MS = 24 * 60 * 60 * 1000;

/**
 * Where now is on the thread, in beads: from the opening to the window, through the window, and beyond it.
 * @returns `undefined` without a promised window: nothing to compare now with
 */
export function placeOfNow(
  now: Instant,
  openedAt: Instant,
  window: { readonly start: Instant; readonly end: Instant } | null,
): number | undefined {
  if (window === null) return undefined;
  if (now < window.start) return share(now, openedAt, window.start) * WINDOW_BAND.from;
  if (now <= window.end) return WINDOW_BAND.from + share(now, window.start, window.end);
  return WINDOW_BAND.to + share(now, window.end, window.end + LATEST_MS) * (LAST - WINDOW_BAND.to);
}

function share(now: Instant, from: Instant, to: Instant): number {
  if (to <= from) return 1;
  return Math.min(1, Math.max(0, (now - from) / (to - from)));
}
