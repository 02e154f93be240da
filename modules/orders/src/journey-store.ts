import { createHash } from 'node:crypto';
import { type Id, type Instant, toDate } from '@firstfix/kernel';

/** What happened, for the order's journey. Facts are references and codes, never personal data. */
export interface JourneyFact {
  readonly kind: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Where a journey ends: its entries are chained by their hashes, under the order's lock. */
export interface JourneyHead {
  readonly seq: number;
  readonly hash: Buffer;
}

export const EMPTY_JOURNEY: JourneyHead = { seq: 0, hash: Buffer.alloc(0) };

/** Who made an entry, and when. */
export interface JourneyAuthor {
  readonly now: Instant;
  readonly actor: { readonly id: Id | null; readonly role: string };
}

/** The head with one more entry, and the entry's row. */
export function chain(
  { now, actor }: JourneyAuthor,
  orderId: Id,
  head: JourneyHead,
  { kind, facts = {} }: JourneyFact,
) {
  const seq = head.seq + 1;
  const hash = journeyHash(head.hash, { seq, at: now, kind, actorRole: actor.role, facts });
  const row = {
    work_order_id: orderId,
    seq,
    at: toDate(now),
    kind,
    actor_id: actor.id,
    actor_role: actor.role,
    facts: { ...facts },
    hash,
  };
  return { head: { seq, hash }, row };
}

/** The columns of an order that hold its journey's head. */
export function headColumns({ seq, hash }: JourneyHead) {
  return { journey_seq: seq, journey_hash: hash };
}

/** SHA-256 over the hash before and this entry; facts in the order of their names. */
export function journeyHash(
  previous: Buffer,
  entry: {
    seq: number;
    at: Instant;
    kind: string;
    actorRole: string;
    facts: Readonly<Record<string, unknown>>;
  },
): Buffer {
  const facts = Object.entries(entry.facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([entry.seq, entry.at, entry.kind, entry.actorRole, facts]);
  return createHash('sha256').update(previous).update(text).digest();
}
