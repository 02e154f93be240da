import { TELL_EVERY_METRES, TELL_EVERY_SECONDS } from '@firstfix/contract/fieldwork/positions';
import { distanceMetres, type Instant, type Point, SECOND, toRfc3339 } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { useEffect, useRef } from 'react';
import { useMyPosition } from '../connection/position.tsx';
import { tellPosition } from './told-positions.ts';

/** A fix of the phone this old, by its own clock, says nothing about now. */
const OLDEST_FIX_MS = 90_000;

interface Last {
  readonly visitId: string;
  readonly at: Instant;
  readonly point: Point;
}

/** Tells the phone's position whenever it moved far enough, and else by the minute. */
export function useTelling(engineerId: string, visitId: string): void {
  const now = useNow();
  const { position, takenAt } = useMyPosition();
  const last = useRef<Last>(undefined);
  useEffect(() => {
    if (position === undefined || performance.now() - takenAt > OLDEST_FIX_MS) return;
    const { point, accuracyMetres } = position;
    if (!isDue(last.current, { visitId, at: now, point })) return;
    last.current = { visitId, at: now, point };
    void tellPosition({ engineerId, visitId, at: toRfc3339(now), point, accuracyMetres });
  }, [engineerId, visitId, now, position, takenAt]);
}

function isDue(last: Last | undefined, next: Last): boolean {
  if (last === undefined || last.visitId !== next.visitId) return true;
  return (
    next.at - last.at >= TELL_EVERY_SECONDS * SECOND ||
    distanceMetres(last.point, next.point) >= TELL_EVERY_METRES
  );
}
