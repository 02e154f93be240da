import { type Instant, newId, startSlaClock, toDate, toDateOrNull } from '@firstfix/kernel';
import { insertRows } from '../database/insert-rows.ts';
import type { Tx } from '../database/tx.ts';
import { type NewSlaClock, setClockTimer } from './sla-clocks.ts';

/** A clock that was started before now; `stoppedAt` null: it still runs. */
export interface PastClock extends NewSlaClock {
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
}

/** Writes clocks of the past as they would stand now: those overdue are breached, those running have their timers. */
export async function insertPastClocks(tx: Tx, clocks: readonly PastClock[]): Promise<void> {
  const rows = clocks.map((clock) => {
    const { warnAt } = startSlaClock(clock.startedAt, clock.dueAt);
    const end = clock.stoppedAt ?? tx.now;
    const breached = end > clock.dueAt;
    if (clock.stoppedAt === null && !breached) {
      setClockTimer(tx, clock.subjectId, clock.kind, tx.now < warnAt ? warnAt : clock.dueAt + 1);
    }
    return {
      id: newId(),
      kind: clock.kind,
      subject_type: clock.subjectType,
      subject_id: clock.subjectId,
      territory_id: clock.territoryId,
      owner: clock.owner,
      started_at: toDate(clock.startedAt),
      due_at: toDate(clock.dueAt),
      warn_at: toDate(warnAt),
      warned_at: end >= warnAt ? toDate(warnAt) : null,
      breached_at: breached ? toDate(clock.dueAt) : null,
      stopped_at: toDateOrNull(clock.stoppedAt),
    };
  });
  await insertRows(tx, 'platform.sla_clock', rows);
}
