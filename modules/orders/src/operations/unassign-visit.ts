import { VISIT_UNASSIGNED } from '@firstfix/contract/orders/events';
import type { UnassignReason } from '@firstfix/contract/orders/states';
import { type Id, maskPhones } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { visitFacts } from '../facts.ts';
import { mustSeeOrder } from '../policy.ts';
import { lockOrder, lockVisit } from '../store/locks.ts';
import { saveMove } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { moveVisit, type Visit } from '../visit.ts';
import { takeBack, visitToTakeBack, type WorkOrder } from '../work-order.ts';

export interface TakingBack {
  readonly reason: UnassignReason;
  readonly note?: string | undefined;
  readonly ifMatch: number | undefined;
}

/** Dispatch takes the order's visit back from its engineer; every order of the visit waits for another. */
export async function unassignVisit(
  tx: Tx,
  caller: Caller,
  id: Id,
  { reason, note, ifMatch }: TakingBack,
): Promise<{ visit: Visit; orders: readonly WorkOrder[] }> {
  const { order } = await lockOrder(tx, id);
  mustSeeOrder(caller, order);
  checkVersion(order.version, ifMatch);
  const found = await lockVisit(tx, visitToTakeBack(order));
  const facts = {
    engineerId: found.visit.engineerId,
    reason,
    ...(note ? { note: maskPhones(note) } : {}),
  };
  const changes = found.orders.map((one) => ({
    found: one,
    order: takeBack(one.order),
    fact: { kind: 'unassigned', facts },
  }));
  const saved = saveMove(tx, moveVisit(found.visit, 'unassign', tx.now, reason), changes);
  tx.emit(
    VISIT_UNASSIGNED,
    { ...visitFacts(saved.visit, tx.now), reason },
    found.orders.flatMap((one) => topicsOf(one.order)),
  );
  return saved;
}
