import { DAY, HOUR, newId, SECOND } from '@firstfix/kernel';
import type { Principal, Tx } from '@firstfix/platform';
import { hashOfToken, newToken } from '../store/session-token.ts';
import { wallIn } from '../store/wall-time.ts';
import type { DB } from '../tables.ts';

const STAFF_SECONDS = (12 * HOUR) / SECOND;
const PHONE_SECONDS = (30 * DAY) / SECOND;

/** How long a session of this role lives, by the wall. */
export function sessionSeconds(role: Principal['role']): number {
  return role === 'customer' || role === 'engineer' ? PHONE_SECONDS : STAFF_SECONDS;
}

/** Opens a session and returns its token, which is told once and stored only as a hash. */
export async function openSession(
  tx: Tx,
  who: Omit<Principal, 'sessionId'>,
  seconds = sessionSeconds(who.role),
): Promise<string> {
  const token = newToken();
  await tx
    .tables<DB>()
    .insertInto('identity.session')
    .values({
      id: newId(),
      token_hash: hashOfToken(token),
      user_id: who.userId,
      role: who.role,
      own_id: who.ownId,
      outlet_id: who.outletId,
      territory_ids: [...who.territoryIds],
      only_work_order_id: who.onlyWorkOrderId,
      opened_at: wallIn(0),
      expires_at: wallIn(seconds),
    })
    .execute();
  return token;
}
