import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { visibleSessions } from '../policy.ts';
import type { SessionAuthenticator } from '../store/session-authenticator.ts';
import type { DB } from '../tables.ts';
import { endSessions } from './end-sessions.ts';

/** Ends one session the caller may see; 404 otherwise. False when it had ended before. */
export async function revokeSession(
  tx: Tx,
  authenticator: SessionAuthenticator,
  caller: Caller,
  sessionId: Id,
): Promise<boolean> {
  const row = await tx
    .tables<DB>()
    .selectFrom('identity.session')
    .select('id')
    .where('id', '=', sessionId)
    .where(visibleSessions(caller))
    .executeTakeFirst();
  if (!row) throw notFound('session', sessionId);
  return (await endSessions(tx, authenticator, { sessionId })) > 0;
}
