import type { EventType, PayloadOf } from '@firstfix/contract';
import type { Tx } from './database/tx.ts';
import type { Caller } from './http/caller.ts';
import type { Route } from './http/route.ts';

/** What a module hands to the server that runs it. */
export interface ModuleParts {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly reactions: readonly Reaction[];
  readonly tasks: readonly Task[];
  /** Who may see a subject of this module: decides over screen topics and files. Keyed by subject type. */
  readonly subjects: Readonly<Record<string, SubjectGuard>>;
  readonly checks: readonly DoctorCheck[];
}

export type SubjectGuard = (caller: Caller, subjectId: string) => Promise<boolean>;

/** What happens here when another module's event arrives. At least once, in any order: must be idempotent. */
export interface Reaction {
  readonly event: EventType;
  /** Unique among the reactions: `pay.on_order_rated`. */
  readonly name: string;
  readonly react: (tx: Tx, payload: unknown) => Promise<void>;
  readonly about: ((payload: unknown) => string) | undefined;
}

/**
 * `about` tells the one thing this reaction reads and writes, as an id: facts about different things may then be worked
 * off side by side in one transaction. Leave it out where they meet in rows they share.
 */
export function reaction<E extends EventType>(
  event: E,
  name: string,
  react: (tx: Tx, payload: PayloadOf<E>) => Promise<void>,
  about?: (payload: PayloadOf<E>) => string,
): Reaction {
  return {
    event,
    name,
    // the outbox holds only payloads that `Tx.emit` has type-checked
    react: (tx, payload) => react(tx, payload as PayloadOf<E>),
    about: about && ((payload) => about(payload as PayloadOf<E>)),
  };
}

/** Work a timer or a schedule starts. At least once: must be idempotent. */
export interface Task {
  readonly name: string;
  /** Wall-clock repetition; tasks without it run when a timer asks. */
  readonly everySeconds?: number;
  readonly run: (tx: Tx, payload: Readonly<Record<string, unknown>>) => Promise<void>;
  /** As for reactions: payloads about different things may share a transaction. */
  readonly about?: (payload: Readonly<Record<string, unknown>>) => string;
}

/** One invariant of the stored data. */
export interface DoctorCheck {
  readonly name: string;
  /** What it means in a sentence. */
  readonly promise: string;
  /**
   * SQL giving one row per violation in a text column `violation`, or a look that needs more than SQL.
   * Both read the doctor's one snapshot.
   */
  readonly find: string | ((look: DoctorLook) => Promise<string[]>);
}

export interface DoctorLook {
  rows<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Folder of files that belong to this installation. */
  readonly dataDir: string;
}
