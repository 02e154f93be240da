import type { Instant } from './instant.ts';

/** Where business time comes from. Everything that is a business fact is dated by it. */
export interface Clock {
  now(): Instant;
}

/** Business time runs `factor` times as fast as the wall since the anchor; 0 stands still. */
export interface ClockAnchor {
  readonly wallAnchor: Instant;
  readonly businessAnchor: Instant;
  readonly factor: number;
}

export function businessTime(anchor: ClockAnchor, wall: Instant): Instant {
  return Math.round(anchor.businessAnchor + (wall - anchor.wallAnchor) * anchor.factor);
}

/** The wall instant at which business time reaches `business`; `undefined` while the clock stands. */
export function wallTimeOf(anchor: ClockAnchor, business: Instant): Instant | undefined {
  if (anchor.factor === 0) return undefined;
  return Math.ceil(anchor.wallAnchor + (business - anchor.businessAnchor) / anchor.factor);
}

/** The anchor that changes speed at `wall` without a jump in business time. */
export function changeFactor(anchor: ClockAnchor, wall: Instant, factor: number): ClockAnchor {
  return { wallAnchor: wall, businessAnchor: businessTime(anchor, wall), factor };
}
