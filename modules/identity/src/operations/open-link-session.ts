import { LINK_UNKNOWN } from '@firstfix/contract/identity/endpoints';
import { refusal } from '@firstfix/contract/refusal';
import { DAY, type Id, SECOND } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import { hashOfToken, newToken } from '../store/session-token.ts';
import { wallIn, wallNow } from '../store/wall-time.ts';
import type { DB } from '../tables.ts';
import { openSession } from './open-session.ts';
import type { Opened } from './sign-in.ts';

const LINK_SECONDS = (30 * DAY) / SECOND;
const SESSION_SECONDS = (7 * DAY) / SECOND;

interface OrderLink {
  readonly workOrderId: Id;
  readonly customerId: Id;
  /** By the wall; 30 days when not said. */
  readonly seconds?: number;
}

/** A link to one order for its customer; the token (`/o/<token>`) is told once. */
export async function createOrderLink(
  tx: Tx,
  { workOrderId, customerId, seconds }: OrderLink,
): Promise<string> {
  const token = newToken();
  await tx
    .tables<DB>()
    .insertInto('identity.order_link')
    .values({
      token_hash: hashOfToken(token),
      work_order_id: workOrderId,
      customer_id: customerId,
      created_at: wallIn(0),
      expires_at: wallIn(seconds ?? LINK_SECONDS),
    })
    .execute();
  return token;
}

/** A session of the link's customer that sees its order only; 404 for a link unknown or too old. */
export async function openLinkSession(tx: Tx, token: string): Promise<Opened> {
  const link = await tx
    .tables<DB>()
    .selectFrom('identity.order_link')
    .select(['work_order_id', 'customer_id'])
    .select(sql<number>`extract(epoch from expires_at - clock_timestamp())::float8`.as('seconds_left'))
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', wallNow)
    .executeTakeFirst();
  if (!link) throw refusal(404, LINK_UNKNOWN);
  const who = {
    userId: link.customer_id,
    role: 'customer',
    ownId: link.customer_id,
    outletId: null,
    territoryIds: [],
    onlyWorkOrderId: link.work_order_id,
  } as const;
  tx.audit({ action: 'openLinkSession', subjectType: 'work-order', subjectId: link.work_order_id });
  return { token: await openSession(tx, who, Math.min(SESSION_SECONDS, link.seconds_left)), who };
}
