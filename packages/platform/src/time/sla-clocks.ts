import { CLOCK_BREACHED, CLOCK_WARNED } from '@firstfix/contract/platform/events';
import {
  type Id,
  type Instant,
  newId,
  pauseSlaClock,
  resumeSlaClock,
  retargetSlaClock,
  type SlaClock,
  startSlaClock,
  toDate,
} from '@firstfix/kernel';
import type { Tx } from '../database/tx.ts';

/** Starting and stopping cost nothing until the commit; what needs the stored clock reads it under a lock. */
export interface NewSlaClock {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: Id;
  readonly territoryId: Id | null;
  /** Who must act: `engineer:<id>` or `role:dispatcher`. */
  readonly owner: string;
  readonly dueAt: Instant;
}

interface SlaClockRow {
  id: Id;
  kind: string;
  subject_type: string;
  subject_id: Id;
  territory_id: Id | null;
  owner: string;
  started_at: Instant;
  due_at: Instant;
  warn_at: Instant;
  warned_at: Instant | null;
  breached_at: Instant | null;
  paused_at: Instant | null;
  pause_reason: string | null;
  stopped_at: Instant | null;
}

type ClockTables = { 'platform.sla_clock': SlaClockUpdate };
type SlaClockUpdate = { [K in keyof SlaClockRow]: K extends `${string}_at` ? Date | null : SlaClockRow[K] };

export const SLA_CLOCK_TASK = 'platform.sla_clock';

function timerKey(subjectId: Id, kind: string): string {
  return `sla:${subjectId}:${kind}`;
}

/** Starts a clock on a subject that has none of this kind running. */
export function startClock(tx: Tx, clock: NewSlaClock): void {
  const { dueAt, warnAt } = startSlaClock(tx.now, clock.dueAt);
  tx.pending.clockStarts.push({ ...clock, id: newId(), startedAt: tx.now, dueAt, warnAt });
  setClockTimer(tx, clock.subjectId, clock.kind, warnAt);
}

/** Stops the open clock of this kind; without one nothing happens. */
export function stopClock(tx: Tx, subjectId: Id, kind: string): void {
  tx.pending.clockStops.push({ subjectId, kind });
  tx.cancelTimer(timerKey(subjectId, kind));
}

/** `reason` must be on the caller's list of reasons that pause. */
export async function pauseClock(tx: Tx, subjectId: Id, kind: string, reason: string): Promise<void> {
  const row = await findOpenClock(tx, subjectId, kind);
  if (!row || row.paused_at !== null) return;
  await saveClock(tx, row, pauseSlaClock(clockOf(row), tx.now, reason));
  tx.cancelTimer(timerKey(subjectId, kind));
}

export async function resumeClock(tx: Tx, subjectId: Id, kind: string): Promise<void> {
  const row = await findOpenClock(tx, subjectId, kind);
  if (!row || row.paused_at === null) return;
  await keepGoing(tx, row, resumeSlaClock(clockOf(row), tx.now));
}

/** Gives the open clock a new due time; without an open one it starts. */
export async function retargetClock(tx: Tx, clock: NewSlaClock): Promise<void> {
  const row = await findOpenClock(tx, clock.subjectId, clock.kind);
  if (!row) return startClock(tx, clock);
  await keepGoing(tx, row, retargetSlaClock(resumeSlaClock(clockOf(row), tx.now), tx.now, clock.dueAt));
}

/** What the timer of a clock does: warn, then breach; each once, told as an event. */
export async function lookAtClock(tx: Tx, subjectId: Id, kind: string): Promise<void> {
  const row = await findOpenClock(tx, subjectId, kind);
  if (!row || row.paused_at !== null || row.breached_at !== null) return;
  const fact = {
    kind,
    subjectType: row.subject_type,
    subjectId,
    territoryId: row.territory_id,
    owner: row.owner,
    dueAt: new Date(row.due_at).toISOString(),
  };
  if (tx.now > row.due_at) {
    await updateClock(tx, row.id, { breached_at: toDate(row.due_at) });
    tx.emit(CLOCK_BREACHED, fact, [`${row.subject_type}:${subjectId}`]);
    return;
  }
  if (row.warned_at === null && tx.now >= row.warn_at) {
    await updateClock(tx, row.id, { warned_at: toDate(tx.now) });
    tx.emit(CLOCK_WARNED, fact, [`${row.subject_type}:${subjectId}`]);
  }
  setClockTimer(
    tx,
    subjectId,
    kind,
    row.warned_at === null && tx.now < row.warn_at ? row.warn_at : row.due_at + 1,
  );
}

async function keepGoing(tx: Tx, row: SlaClockRow, clock: SlaClock): Promise<void> {
  await saveClock(tx, row, clock);
  if (clock.breachedAt === null) {
    setClockTimer(tx, row.subject_id, row.kind, clock.warnAt > tx.now ? clock.warnAt : clock.dueAt + 1);
  }
}

export function setClockTimer(tx: Tx, subjectId: Id, kind: string, dueAt: Instant): void {
  tx.setTimer({ key: timerKey(subjectId, kind), dueAt, task: SLA_CLOCK_TASK, payload: { subjectId, kind } });
}

async function findOpenClock(tx: Tx, subjectId: Id, kind: string): Promise<SlaClockRow | undefined> {
  return tx
    .tables<{ 'platform.sla_clock': SlaClockRow }>()
    .selectFrom('platform.sla_clock')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('kind', '=', kind)
    .where('stopped_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

async function saveClock(tx: Tx, row: SlaClockRow, clock: SlaClock): Promise<void> {
  await updateClock(tx, row.id, {
    due_at: toDate(clock.dueAt),
    warn_at: toDate(clock.warnAt),
    paused_at: clock.pausedAt === null ? null : toDate(clock.pausedAt),
    pause_reason: clock.pauseReason,
    // a new due time may be warned about again
    warned_at: row.warned_at === null || clock.warnAt > tx.now ? null : toDate(row.warned_at),
  });
}

async function updateClock(tx: Tx, id: Id, changes: Partial<SlaClockUpdate>): Promise<void> {
  await tx
    .tables<ClockTables>()
    .updateTable('platform.sla_clock')
    .set(changes)
    .where('id', '=', id)
    .execute();
}

function clockOf(row: SlaClockRow): SlaClock {
  return {
    startedAt: row.started_at,
    dueAt: row.due_at,
    warnAt: row.warn_at,
    pausedAt: row.paused_at,
    pauseReason: row.pause_reason,
    stoppedAt: row.stopped_at,
    breachedAt: row.breached_at,
  };
}
