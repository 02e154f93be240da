import type { EventType, PayloadOf } from '@firstfix/contract';
import { type Instant, toRfc3339 } from '@firstfix/kernel';
import type { Transaction } from 'kysely';
import type { NumberBlocks } from './number-blocks.ts';

/** Who acts, for the audit trail. */
export interface Actor {
  readonly id: string | null;
  readonly role: string;
  readonly requestId: string;
  readonly remoteAddress: string | null;
}

/** The system acting by itself: a timer, a reaction, an import. */
export function systemActor(requestId: string): Actor {
  return { id: null, role: 'system', requestId, remoteAddress: null };
}

export interface AuditEntry {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

export interface Timer {
  /** Setting a key again moves it. */
  readonly key: string;
  readonly dueAt: Instant;
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** An answer to keep for replay of the same command. */
export interface ReplayableAnswer {
  readonly actorId: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: Buffer;
  readonly status: number;
  readonly answer: unknown;
}

/** Turns of the microtask queue in which a function that throws at once has told so. */
const SETTLING_TURNS = 4;

/**
 * One transaction, opaque to those who pass it on. What it gathers (events, audit, timers, SLA clocks)
 * is written in a single statement just before the commit, so it costs one round trip however much it is.
 */
export class Tx {
  readonly actor: Actor;
  readonly now: Instant;
  readonly #kysely: Transaction<unknown>;
  readonly #numbers: NumberBlocks;
  readonly #afterCommit: (() => void)[] = [];
  readonly #later: Promise<unknown>[] = [];
  #failed: { readonly error: unknown } | undefined;
  readonly pending: Pending = {
    events: [],
    audit: [],
    timers: [],
    cancelledTimers: [],
    clockStarts: [],
    clockStops: [],
    mediaLinks: [],
    answers: [],
  };

  constructor(kysely: Transaction<unknown>, numbers: NumberBlocks, actor: Actor, now: Instant) {
    this.#kysely = kysely;
    this.#numbers = numbers;
    this.actor = actor;
    this.now = now;
  }

  /**
   * For a statement already started whose result nobody needs: it keeps its place among the others and travels
   * with what comes next, at the latest with the commit, which waits for it. Should it fail, nothing is committed.
   */
  later(statement: Promise<unknown>): void {
    statement.catch((error: unknown) => {
      this.#failed ??= { error };
    });
    this.#later.push(statement);
  }

  /** Throws what failed of the statements left for later before it even reached the database. */
  async mustBeSound(): Promise<void> {
    for (let turns = 0; turns < SETTLING_TURNS; turns += 1) await null;
    if (this.#failed) throw this.#failed.error;
  }

  /** For whoever commits. */
  get leftForLater(): readonly Promise<unknown>[] {
    return this.#later;
  }

  /** A number people will read, of a sequence by its full name; gaps are allowed. */
  nextNumber(sequence: string): Promise<number> {
    return this.#numbers.next(sequence);
  }

  /** A module's own tables inside this transaction. */
  tables<Tables>(): Transaction<Tables> {
    return this.#kysely as Transaction<Tables>;
  }

  /** Tells the other modules, after the commit. `screens` are topics whose viewers should look again. */
  emit<E extends EventType>(type: E, payload: PayloadOf<E>, screens: readonly string[] = []): void {
    this.pending.events.push({ event: type.name, payload, screen_topics: screens });
  }

  /** Once the commit stands, on this server only: for forgetting what is remembered in the process. Must not throw. */
  afterCommit(effect: () => void): void {
    this.#afterCommit.push(effect);
  }

  /** For whoever committed. */
  runAfterCommit(): void {
    for (const effect of this.#afterCommit) effect();
  }

  audit(entry: AuditEntry): void {
    this.pending.audit.push(entry);
  }

  setTimer(timer: Timer): void {
    this.pending.timers.push(timer);
  }

  cancelTimer(key: string): void {
    this.pending.cancelledTimers.push(key);
  }

  /** Allows whoever may see the subject to read the file. The hash must have been received. */
  linkMedia(hash: string, subjectType: string, subjectId: string): void {
    this.pending.mediaLinks.push({ hash, subject_type: subjectType, subject_id: subjectId });
  }
}

export interface ClockStart {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly territoryId: string | null;
  readonly owner: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
}

export interface Pending {
  readonly events: { event: string; payload: unknown; screen_topics: readonly string[] }[];
  readonly audit: AuditEntry[];
  readonly timers: Timer[];
  readonly cancelledTimers: string[];
  readonly clockStarts: ClockStart[];
  readonly clockStops: { readonly subjectId: string; readonly kind: string }[];
  readonly mediaLinks: { hash: string; subject_type: string; subject_id: string }[];
  readonly answers: ReplayableAnswer[];
}

/** JSON arrays for the one statement of `flush.ts`, in its parameters' order. */
export function pendingAsJson(tx: Tx): { [K in keyof Pending]: string } {
  const { pending, actor, now } = tx;
  const at = toRfc3339(now);
  return {
    events: JSON.stringify(pending.events),
    audit: JSON.stringify(
      pending.audit.map((entry) => ({
        at,
        actor_id: actor.id,
        actor_role: actor.role,
        action: entry.action,
        subject_type: entry.subjectType,
        subject_id: entry.subjectId,
        request_id: actor.requestId,
        remote_address: actor.remoteAddress,
        before: entry.before ?? null,
        after: entry.after ?? null,
      })),
    ),
    timers: JSON.stringify(
      pending.timers.map(({ key, dueAt, task, payload }) => ({
        key,
        due_at: toRfc3339(dueAt),
        task,
        payload,
      })),
    ),
    cancelledTimers: JSON.stringify(pending.cancelledTimers),
    clockStarts: JSON.stringify(
      pending.clockStarts.map((start) => ({
        id: start.id,
        kind: start.kind,
        subject_type: start.subjectType,
        subject_id: start.subjectId,
        territory_id: start.territoryId,
        owner: start.owner,
        started_at: toRfc3339(start.startedAt),
        due_at: toRfc3339(start.dueAt),
        warn_at: toRfc3339(start.warnAt),
      })),
    ),
    clockStops: JSON.stringify(
      pending.clockStops.map((stop) => ({ subject_id: stop.subjectId, kind: stop.kind, stopped_at: at })),
    ),
    mediaLinks: JSON.stringify(pending.mediaLinks),
    answers: JSON.stringify(
      pending.answers.map((kept) => ({
        actor_id: kept.actorId,
        route: kept.route,
        key: kept.key,
        body_hash: `\\x${kept.bodyHash.toString('hex')}`,
        status: kept.status,
        answer: kept.answer,
      })),
    ),
  };
}
