import type { BodyOf } from '@firstfix/contract';
import type { sendPositions as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import type { PositionsAnswer } from '@firstfix/contract/fieldwork/positions';
import { type Id, type Instant, parseInstant, toRfc3339 } from '@firstfix/kernel';
import type { Caller, ScreenNews } from '@firstfix/platform';
import { findPositionBefore, findWay, keepPositions } from '../position-store.ts';
import { positionTopics } from '../position-topics.ts';
import type { FieldworkDb } from '../store.ts';
import { type Reported, sortOut } from '../track.ts';
import { type Field, nobodySetOut } from './run-command.ts';

interface Sent {
  readonly caller: Caller;
  readonly visitId: Id;
  readonly now: Instant;
  readonly body: BodyOf<typeof endpoint>;
}

/**
 * Keeps where the phone was on the way. Two round trips and no transaction of its own: one statement writes it, and repeating it changes
 * nothing.
 */
export async function sendPositions(
  { orders, policyAt }: Pick<Field, 'orders' | 'policyAt'>,
  db: FieldworkDb,
  news: ScreenNews,
  { caller, visitId, now, body }: Sent,
): Promise<PositionsAnswer> {
  const reported = body.positions.map(toReported);
  const earliest = Math.min(...reported.map(({ at }) => at));
  const [visit, way, before, policy] = await Promise.all([
    orders.getVisit(caller, visitId),
    findWay(db, visitId),
    // scope is one's own: these are the caller's positions whatever the visit turns out to be
    findPositionBefore(db, caller.ownId ?? visitId, earliest),
    policyAt(now),
  ]);
  if (way === undefined) throw nobodySetOut(visit);
  const until = way.arrivedAt ?? visit.endedAt;
  const { kept, dropped } = sortOut(reported, { departedAt: way.departedAt, until, before, now });
  if (await keepPositions(db, visit, kept, now)) news.tell(...positionTopics(visit));
  return {
    kept: kept.length,
    dropped: dropped.map(({ at, reason }) => ({ at: toRfc3339(at), reason })),
    wanted: visit.state === 'en_route',
    keptDays: policy.positionDays,
  };
}

function toReported({ at, point, accuracyMetres }: Sent['body']['positions'][number]): Reported {
  return { at: parseInstant(at), point, accuracyMetres };
}
