import { invalidField } from '@firstfix/contract/refusal';
import { DAY, type Instant, MINUTE } from '@firstfix/kernel';

/** A phone's clock this much ahead of ours is still taken at its word. */
const TOLERATED_AHEAD = 5 * MINUTE;
/** Older than any phone stays offline: a clock that was never set. */
const OLDEST = 90 * DAY;

export interface Occurred {
  /** When it happened: the phone's time, never after it was received. */
  readonly at: Instant;
  /** The phone's clock runs ahead. */
  readonly skewed: boolean;
}

/** Reads the phone's time. 422 for a text that names no time, and for one long past. */
export function readOccurred(pointer: string, text: string, now: Instant): Occurred {
  const phone = Date.parse(text);
  if (Number.isNaN(phone)) throw invalidField(pointer, 'time');
  if (phone < now - OLDEST) throw invalidField(pointer, 'too_old');
  return { at: Math.min(phone, now), skewed: phone > now + TOLERATED_AHEAD };
}
