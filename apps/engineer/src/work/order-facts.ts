import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { WORK_ORDER_ACTIONS, type WorkOrderState } from '@firstfix/contract/orders/states';
import { parseInstant } from '@firstfix/kernel';
import type { Threaded } from '@firstfix/ui/thread.tsx';

/** What the order's thread is drawn from. */
export function threaded({ state, openedAt, arrivalWindow }: WorkOrderView): Threaded {
  return {
    state,
    openedAt: parseInstant(openedAt),
    arrivalWindow: arrivalWindow && {
      start: parseInstant(arrivalWindow.start),
      end: parseInstant(arrivalWindow.end),
    },
  };
}

const WAITED_FOR: readonly WorkOrderState[] = WORK_ORDER_ACTIONS.urge.from;

/** The customer still waits for the work. */
export function isWaitedFor({ state }: WorkOrderView): boolean {
  return WAITED_FOR.includes(state);
}
