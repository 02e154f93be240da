import { type Id, type Instant, newId, toDate, toDateOrNull } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import { insertRows, type PolicyStore, type Tx } from '@firstfix/platform';
import { capacityPolicy } from '../capacity-policy.ts';
import { demandOf } from '../demand.ts';
import type { NewException } from '../operations/resolve-exception.ts';
import { add } from '../store.ts';

/** What dispatch did and met with before the demo began. */
export interface PastDispatch {
  /** Orders whose windows are still to come: they take their work from what can be promised. */
  readonly booked: readonly WorkOrder[];
  readonly exceptions: readonly PastException[];
}

export interface PastException extends NewException {
  readonly at: Instant;
  readonly resolved: { readonly at: Instant; readonly resolution: string } | null;
}

/** Writes bookings with the loads of their windows, and exceptions. */
export async function seedPastDispatch(
  tx: Tx,
  policies: PolicyStore,
  { booked, exceptions }: PastDispatch,
): Promise<void> {
  const { document } = await policies.current(capacityPolicy, tx.now);
  const loads = new Map<
    string,
    { territoryId: Id; start: Instant; end: Instant; load: ReturnType<typeof add> }
  >();
  const holds = booked.flatMap((order) => {
    const { arrivalWindow: window, territoryId } = order;
    if (window === null) return [];
    const { pool, workSeconds } = demandOf(order, document);
    const key = `${territoryId}:${window.start}`;
    const before = loads.get(key) ?? { territoryId, ...window, load: {} };
    loads.set(key, { ...before, load: add(before.load, pool, workSeconds) });
    return [
      {
        id: newId(),
        work_order_id: order.id,
        territory_id: territoryId,
        start_at: toDate(window.start),
        end_at: toDate(window.end),
        pool,
        work_seconds: workSeconds,
        state: 'booked',
        expires_at: toDate(tx.now),
      },
    ];
  });
  await Promise.all([
    insertRows(tx, 'dispatch.slot_hold', holds),
    insertRows(
      tx,
      'dispatch.window_load',
      [...loads.values()].map(({ territoryId, start, end, load }) => ({
        territory_id: territoryId,
        start_at: toDate(start),
        end_at: toDate(end),
        seconds_by_pool: load,
      })),
    ),
    insertRows(tx, 'dispatch.exception', exceptions.map(exceptionColumns)),
  ]);
}

function exceptionColumns({ at, resolved, ...exception }: PastException) {
  return {
    id: newId(),
    kind: exception.kind,
    subject_type: exception.subjectType,
    subject_id: exception.subjectId,
    territory_id: exception.territoryId,
    owner: exception.owner,
    opened_at: toDate(at),
    resolved_at: toDateOrNull(resolved?.at ?? null),
    resolution: resolved?.resolution ?? null,
  };
}
