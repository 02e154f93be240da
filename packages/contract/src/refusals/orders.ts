import type { Sayings } from './saying.ts';

export const orders = {
  'orders.illegal_transition': {
    zh: '工单 {number} 的状态是“{state|workOrderState}”，这一步只能在“{legalStates|workOrderState}”时做。',
    en: 'Order {number} is {state|workOrderState}; this is possible while it is {legalStates|workOrderState}.',
  },
  'orders.illegal_transition/visit': {
    zh: '上门的状态是“{state|visitState}”，这一步只能在“{legalStates|visitState}”时做。',
    en: 'The visit is {state|visitState}; this is possible while it is {legalStates|visitState}.',
  },
  'orders.illegal_transition/no_window': {
    zh: '还没有约定上门时间：请先与用户约好，再出发。',
    en: 'No arrival window is agreed yet: agree on one with the customer, then set out.',
  },
  'orders.too_late_to_cancel': {
    zh: '服务兵已经在路上：取消请打电话给我们。',
    en: 'The engineer is already on the way: please call us to cancel.',
  },
  'orders.window_not_ahead': {
    zh: '上门时间须先开始后结束，并且晚于现在。',
    en: 'The window must end after it starts, and after now.',
  },
  'orders.nobody_assigned': {
    zh: '工单 {number} 还没有派给任何人：不需要收回。',
    en: 'Nobody has order {number}: there is nothing to take back.',
  },
} as const satisfies Sayings;

export const ordersFields = {
  household: { zh: '一次上门只服务同一家的工单。', en: 'One visit serves orders of one household.' },
  window: {
    zh: '须先开始后结束，并且晚于现在',
    en: 'must end after it starts, and after now',
  },
} as const satisfies Sayings;
