import type { Instant, Point } from '@firstfix/kernel';

/** A place on the sketch, in its own units. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

const MARGIN = 24;
/** Nobody is drawn at the door before they are there. */
const FURTHEST = 0.95;

/** How much of the way is behind the engineer by the estimate, from 0 to nearly 1. */
export function placeOnTheWay(setOutAt: Instant, arrivesAt: Instant, now: Instant): number {
  if (arrivesAt <= setOutAt) return FURTHEST;
  return Math.min(FURTHEST, Math.max(0, (now - setOutAt) / (arrivesAt - setOutAt)));
}

/** North up and to scale, the whole way in the frame. */
export function sketchOf(from: Point, to: Point, share: number, width: number, height: number) {
  const east = (to.lng - from.lng) * Math.cos((to.lat * Math.PI) / 180);
  const north = to.lat - from.lat;
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(Math.abs(east), 1e-9),
    (height - 2 * MARGIN) / Math.max(Math.abs(north), 1e-9),
  );
  const reach = { x: Math.min(width, east * scale), y: Math.min(height, -north * scale) };
  const start: Spot = { x: width / 2 - reach.x / 2, y: height / 2 - reach.y / 2 };
  const end: Spot = { x: width / 2 + reach.x / 2, y: height / 2 + reach.y / 2 };
  const here: Spot = { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
  return { from: start, to: end, here };
}
