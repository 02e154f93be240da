import type { Instant } from '@firstfix/kernel';

/** A person's hold on a slot runs by the wall, not by a demo's clock. */
export function wallNow(): Instant {
  return Math.round(performance.timeOrigin + performance.now());
}
