import { MEDIA_NOT_RECEIVED } from '@firstfix/contract/fieldwork/endpoints';
import { fieldError, refusal } from '@firstfix/contract/refusal';
import { type Id, type Instant, toDate } from '@firstfix/kernel';
import { type Tx, unlessThere, type Write } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import { adding } from './store.ts';

/** Photos and signatures a command refers to. */

/** A hash with its place in the command. */
export interface GivenEvidence {
  readonly pointer: string;
  readonly hash: string;
  /** `step:<code>`, `meter`, `hazard`, `signature` */
  readonly purpose: string;
}

/** What is known of the given hashes. */
export interface KnownEvidence {
  readonly received: ReadonlySet<string>;
  /** Which orders showed which file before. */
  readonly shown: readonly { readonly hash: string; readonly workOrderId: Id }[];
}

/** A file that was received, beside an order that showed it or beside nothing. */
interface EvidenceRow {
  readonly hash: string;
  readonly work_order_id: Id | null;
}

const FIND = `select m.hash, e.work_order_id from platform.media m
  left join lateral (select work_order_id, occurred_at from fieldwork.evidence
    where hash = m.hash order by occurred_at limit 100) e on true
  where m.hash = any($1::text[]) order by e.occurred_at`;

export async function findEvidence(tx: Tx, given: readonly GivenEvidence[]): Promise<KnownEvidence> {
  if (given.length === 0) return { received: new Set(), shown: [] };
  const hashes = [...new Set(given.map(({ hash }) => hash))];
  const { rows } = await tx.tables().executeQuery<EvidenceRow>(CompiledQuery.raw(FIND, [hashes]));
  return {
    received: new Set(rows.map(({ hash }) => hash)),
    shown: rows.flatMap(({ hash, work_order_id }) =>
      work_order_id === null ? [] : [{ hash, workOrderId: work_order_id }],
    ),
  };
}

/** Another order that showed the same file first. */
export function findDuplicate({ shown }: KnownEvidence, hash: string, workOrderId: Id): Id | undefined {
  return shown.find((one) => one.hash === hash && one.workOrderId !== workOrderId)?.workOrderId;
}

/** A command refers only to files that arrived before it: 422 naming each that did not. */
export function mustBeReceived(given: readonly GivenEvidence[], { received }: KnownEvidence): void {
  const missing = given.filter(({ hash }) => !received.has(hash));
  if (missing.length === 0) return;
  throw refusal(
    422,
    MEDIA_NOT_RECEIVED,
    {},
    { errors: missing.map(({ pointer, hash }) => fieldError(pointer, 'not_received', { hash })) },
  );
}

/** Keeps what proves what; whoever may see the order may see the files. */
export function keepEvidence(
  tx: Tx,
  visitId: Id,
  workOrderId: Id,
  given: readonly GivenEvidence[],
  known: KnownEvidence,
  occurredAt: Instant,
): Write[] {
  for (const { hash } of given) tx.linkMedia(hash, 'work-order', workOrderId);
  const [first, ...others] = given.map(({ purpose, hash }) => ({
    work_order_id: workOrderId,
    purpose,
    hash,
    visit_id: visitId,
    duplicate_of: findDuplicate(known, hash, workOrderId) ?? null,
    occurred_at: toDate(occurredAt),
  }));
  return first === undefined ? [] : [unlessThere(adding('fieldwork.evidence', first, ...others))];
}
