import { MEDIA_NOT_RECEIVED } from '@firstfix/contract/fieldwork/endpoints';
import { DomainError, type Id, type Instant, toDate } from '@firstfix/kernel';
import { type Tx, unlessThere, type Write } from '@firstfix/platform';
import { sql } from 'kysely';
import { adding } from './store.ts';
import type { DB } from './tables.ts';

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

interface PlatformMedia {
  'platform.media': { hash: string };
}

export async function findEvidence(tx: Tx, given: readonly GivenEvidence[]): Promise<KnownEvidence> {
  if (given.length === 0) return { received: new Set(), shown: [] };
  const hashes = [...new Set(given.map(({ hash }) => hash))];
  const [received, shown] = await Promise.all([
    tx
      .tables<PlatformMedia>()
      .selectFrom('platform.media')
      .select('hash')
      .where(sql<boolean>`hash = any(${hashes}::text[])`)
      .execute(),
    tx
      .tables<DB>()
      .selectFrom('fieldwork.evidence')
      .select(['hash', 'work_order_id as workOrderId'])
      .where(sql<boolean>`hash = any(${hashes}::text[])`)
      .orderBy('occurred_at')
      .limit(100)
      .execute(),
  ]);
  return { received: new Set(received.map(({ hash }) => hash)), shown };
}

/** Another order that showed the same file first. */
export function findDuplicate({ shown }: KnownEvidence, hash: string, workOrderId: Id): Id | undefined {
  return shown.find((one) => one.hash === hash && one.workOrderId !== workOrderId)?.workOrderId;
}

/** A command refers only to files that arrived before it: 422 naming each that did not. */
export function mustBeReceived(given: readonly GivenEvidence[], { received }: KnownEvidence): void {
  const missing = given.filter(({ hash }) => !received.has(hash));
  if (missing.length === 0) return;
  throw new DomainError(422, MEDIA_NOT_RECEIVED, 'Send the files first, then what refers to them.', {
    errors: missing.map(({ pointer, hash }) => ({
      pointer,
      code: 'not_received',
      message: `file ${hash} was not received`,
    })),
  });
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
