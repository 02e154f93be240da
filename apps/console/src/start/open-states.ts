import { WORK_ORDER_STATES, type WorkOrderState } from '@firstfix/contract/orders/states';

const OVER: readonly WorkOrderState[] = ['completed', 'confirmed', 'closed', 'solved_remotely', 'cancelled'];

/** States of orders whose work is still to be done. */
export const OPEN_STATES = WORK_ORDER_STATES.filter((state) => !OVER.includes(state));

/** States in which somebody waits at home for a promise to be kept. */
export const WAITED_FOR: WorkOrderState[] = ['open', 'scheduled', 'offered', 'assigned', 'en_route'];
