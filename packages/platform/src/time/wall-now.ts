import type { Instant } from '@firstfix/kernel';

/**
 * The wall's time on this server, for what a person holds in a hand (a slot held while talking, a door code read out):
 * it must run on when a demo's business clock stands still or runs ahead.
 */
export function wallNow(): Instant {
  return Math.floor(performance.timeOrigin + performance.now());
}
