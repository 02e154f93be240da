import { HOLD_CHANGED } from '@firstfix/contract/orders/events';
import type { Hold } from '@firstfix/contract/orders/states';
import type { Id } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { orderFacts } from '../facts.ts';
import { mustSeeOrder } from '../policy.ts';
import { lockOrder } from '../store/locks.ts';
import { saveOrder } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { putOnHold, releaseHold as release, type WorkOrder } from '../work-order.ts';

interface Wanted {
  readonly hold: Hold;
  readonly reason: string;
  readonly ifMatch: number | undefined;
}

/** The order waits, with the reason; its clocks go on, the customer's promise is not the company's problem. */
export async function holdWorkOrder(tx: Tx, caller: Caller, id: Id, wanted: Wanted): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  mustSeeOrder(caller, found.order);
  checkVersion(found.order.version, wanted.ifMatch);
  const held = putOnHold(found.order, wanted.hold, wanted.reason);
  return tell(tx, saveOrder(tx, found, held, { kind: 'put_on_hold', facts: { hold: wanted.hold } }));
}

export async function releaseHold(
  tx: Tx,
  caller: Caller,
  id: Id,
  ifMatch: number | undefined,
): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  mustSeeOrder(caller, found.order);
  checkVersion(found.order.version, ifMatch);
  return tell(tx, saveOrder(tx, found, release(found.order), { kind: 'hold_released' }));
}

function tell(tx: Tx, order: WorkOrder): WorkOrder {
  tx.emit(HOLD_CHANGED, { ...orderFacts(order, tx.now), hold: order.hold }, topicsOf(order));
  return order;
}
