import type { EventType, PayloadOf } from '@firstfix/contract';
import type { Instant } from '@firstfix/kernel';
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
