import type { DropReason } from '@firstfix/contract/fieldwork/positions';
import { distanceMetres, type Instant, MINUTE, type Point, SECOND } from '@firstfix/kernel';

/** Where the phone says it was. */
export interface Reported {
  readonly at: Instant;
  readonly point: Point;
  readonly accuracyMetres: number;
}

/** What a batch is judged by. */
export interface OnTheWay {
  readonly departedAt: Instant;
  /** When the way ended; null while it goes on. */
  readonly until: Instant | null;
  /** The last position kept before the batch. */
  readonly before: Reported | undefined;
  readonly now: Instant;
}

export interface Sorted {
  /** In the order of time, each time once. */
  readonly kept: readonly Reported[];
  readonly dropped: readonly { readonly at: Instant; readonly reason: DropReason }[];
}

/** A phone's clock this much ahead of ours is still taken at its word. */
const TOLERATED_AHEAD = 5 * MINUTE;
/** A fix by radio masts only, which may lie in another quarter. */
const WORST_ACCURACY_METRES = 500;
/** 180 km/h: no van on any road. */
const FASTEST_METRES_A_SECOND = 50;
/** After a pause this long a position is believed whatever the one before said. */
const FORGIVEN_AFTER = 10 * MINUTE;

/**
 * Which positions are kept. Each is compared with the last one kept before it, and the answer depends on nothing else but the visit:
 * the same batch again is sorted the same way.
 */
export function sortOut(reported: readonly Reported[], way: OnTheWay): Sorted {
  const kept: Reported[] = [];
  const dropped: { at: Instant; reason: DropReason }[] = [];
  for (const position of inOrder(reported)) {
    const reason = reasonToDrop(position, kept.at(-1) ?? way.before, way);
    if (reason === undefined) kept.push(position);
    else dropped.push({ at: position.at, reason });
  }
  return { kept, dropped };
}

function inOrder(reported: readonly Reported[]): Reported[] {
  return [...new Map(reported.map((one) => [one.at, one])).values()].sort((a, b) => a.at - b.at);
}

function reasonToDrop(
  position: Reported,
  before: Reported | undefined,
  { departedAt, until, now }: OnTheWay,
): DropReason | undefined {
  if (position.at > now + TOLERATED_AHEAD) return 'future';
  if (position.at < departedAt || (until !== null && position.at > until)) return 'not_on_the_way';
  if (position.accuracyMetres > WORST_ACCURACY_METRES) return 'inaccurate';
  if (before !== undefined && isTooFast(before, position)) return 'too_fast';
  return undefined;
}

/** Both fixes are given the benefit of what they may be off by. */
function isTooFast(before: Reported, position: Reported): boolean {
  const time = position.at - before.at;
  if (time > FORGIVEN_AFTER) return false;
  const slack = before.accuracyMetres + position.accuracyMetres;
  const metres = distanceMetres(before.point, position.point) - slack;
  return metres > (time / SECOND) * FASTEST_METRES_A_SECOND;
}
