import type { Hold } from '@firstfix/contract/orders/states';
import type { Id } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { mustSeeOrder } from '../policy.ts';
import { lockOrder } from '../store/locks.ts';
import { saveOrder } from '../store/saves.ts';
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
  return saveOrder(tx, found, putOnHold(found.order, wanted.hold, wanted.reason), {
    kind: 'put_on_hold',
    facts: { hold: wanted.hold },
  });
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
  return saveOrder(tx, found, release(found.order), { kind: 'hold_released' });
}
