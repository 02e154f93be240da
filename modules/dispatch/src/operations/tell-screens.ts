import {
  type EXCEPTION_RAISED,
  type EXCEPTION_RESOLVED,
  OFFER_CHANGED,
} from '@firstfix/contract/dispatch/events';
import type { OfferState } from '@firstfix/contract/dispatch/states';
import { type Id, toRfc3339 } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Selectable } from 'kysely';
import type { DB, DispatchException, DispatchJobOffer } from '../tables.ts';

/** Subject type of what waits in a territory beside its orders: offers and exceptions. Its id is the territory's. */
export const DISPATCH_QUEUE = 'dispatch-queue';

function queueTopics(territoryId: Id | null): string[] {
  return territoryId === null ? [] : [`${DISPATCH_QUEUE}:${territoryId}`];
}

type OfferRow = Pick<Selectable<DispatchJobOffer>, 'id' | 'work_order_id' | 'territory_id' | 'round'>;

/** Tells the dispatchers of the territory, whoever looks at the order, and the engineers asked so far. */
export async function tellOffer(tx: Tx, offer: OfferRow, state: OfferState): Promise<void> {
  const { id: offerId, work_order_id: workOrderId, territory_id: territoryId, round } = offer;
  const asked = await tx
    .tables<DB>()
    .selectFrom('dispatch.offer_candidate')
    .select('engineer_id')
    .where('offer_id', '=', offerId)
    .where('round', '<=', round)
    .execute();
  const fact = { offerId, workOrderId, territoryId, state, round, at: toRfc3339(tx.now) };
  tx.emit(OFFER_CHANGED, fact, [
    ...queueTopics(territoryId),
    `territory:${territoryId}`,
    `work-order:${workOrderId}`,
    ...asked.map(({ engineer_id: id }) => `engineer:${id}`),
  ]);
}

/** Tells the dispatchers of the territory. */
export function tellException(
  tx: Tx,
  event: typeof EXCEPTION_RAISED | typeof EXCEPTION_RESOLVED,
  row: Pick<Selectable<DispatchException>, 'id' | 'kind' | 'subject_type' | 'subject_id' | 'territory_id'>,
): void {
  const { id: exceptionId, kind, subject_type: subjectType, subject_id: subjectId } = row;
  const { territory_id: territoryId } = row;
  tx.emit(
    event,
    { exceptionId, kind, subjectType, subjectId, territoryId, at: toRfc3339(tx.now) },
    queueTopics(territoryId),
  );
}
