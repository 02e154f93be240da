import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { SessionAuthenticator } from '../store/session-authenticator.ts';
import { wallIn } from '../store/wall-time.ts';
import type { DB } from '../tables.ts';

/** Whose sessions end; at least one part is given. */
export interface WhichSessions {
  readonly sessionId?: Id;
  readonly userId?: Id;
}

/** Ends sessions; on this server their tokens are strangers' from the commit on. Answers how many. */
export async function endSessions(
  tx: Tx,
  authenticator: SessionAuthenticator,
  which: WhichSessions,
): Promise<number> {
  let open = tx
    .tables<DB>()
    .updateTable('identity.session')
    .set({ revoked_at: wallIn(0) })
    .where('revoked_at', 'is', null);
  if (which.sessionId !== undefined) open = open.where('id', '=', which.sessionId);
  if (which.userId !== undefined) open = open.where('user_id', '=', which.userId);
  if (which.sessionId === undefined && which.userId === undefined) throw new RangeError('whose sessions?');
  const ended = await open.returning('id').execute();
  tx.afterCommit(() => {
    for (const { id } of ended) authenticator.forget(id);
  });
  return ended.length;
}
