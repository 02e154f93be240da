import { CALL_BACK_DUE } from '@firstfix/contract/requests/events';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { requestFacts, topicsOf } from '../facts.ts';
import { lockRequests } from '../store.ts';

/** Nobody has called back in time: it stays on the work list, and whoever listens hears of it. */
export async function tellCallBackDue(tx: Tx, requestId: Id): Promise<void> {
  const [request] = await lockRequests(tx, [requestId]);
  if (request?.state !== 'awaiting_call_back') return;
  tx.emit(CALL_BACK_DUE, requestFacts(request, tx.now), topicsOf(request));
}
