/** Where a work order stands. While a visit is under way the order mirrors it. */
export const WORK_ORDER_STATES = [
  'draft',
  'open',
  'offered',
  'assigned',
  'scheduled',
  'en_route',
  'on_site',
  'in_service',
  'completed',
  'confirmed',
  'closed',
  'solved_remotely',
  'cancelled',
] as const;
export type WorkOrderState = (typeof WORK_ORDER_STATES)[number];

/** Where a visit stands. The last four are final. */
export const VISIT_STATES = [
  'planned',
  'accepted',
  'en_route',
  'on_site',
  'in_service',
  'finished',
  'cannot_complete',
  'no_show',
  'cancelled',
] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** Why an order waits. */
export const HOLDS = ['awaiting_parts', 'awaiting_customer', 'awaiting_support'] as const;
export type Hold = (typeof HOLDS)[number];

/** Why a visit ended without the work done, and what becomes of the order. */
export const CANNOT_COMPLETE_REASONS = {
  quote_refused: 'closes_with_visit_fee',
  customer_absent: 'awaiting_customer',
  no_access: 'awaiting_customer',
  unsafe_electricity: 'awaiting_customer',
  part_missing: 'awaiting_parts',
  beyond_skill: 'awaiting_support',
  goods_missing: 'awaiting_parts',
  other: 'awaiting_support',
} as const satisfies Record<string, Hold | 'closes_with_visit_fee'>;
export type CannotCompleteReason = keyof typeof CANNOT_COMPLETE_REASONS;

export const CANCEL_REASONS = [
  'customer_changed_mind',
  'solved_itself',
  'duplicate',
  'wrong_registration',
  'outside_service_area',
  'other',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Why dispatch takes an assignment back from its engineer. */
export const UNASSIGN_REASONS = [
  'engineer_unavailable',
  'wrong_engineer',
  'day_rearranged',
  'customer_wish',
  'undone',
  'other',
] as const;
export type UnassignReason = (typeof UNASSIGN_REASONS)[number];

/** SLA clocks of an order. */
export const ORDER_CLOCKS = ['response', 'promise', 'on_site', 'parts'] as const;
export type OrderClock = (typeof ORDER_CLOCKS)[number];

interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly starts?: readonly OrderClock[];
  readonly stops?: readonly OrderClock[];
  /** Who is told. */
  readonly notifies?: readonly ('customer' | 'engineer' | 'dispatcher' | 'outlet')[];
}

/** What may be done with an order in which state: used by server and screens alike. */
export const WORK_ORDER_ACTIONS = {
  open: { from: ['draft'], starts: ['response'] },
  offer: { from: ['open', 'scheduled'], notifies: ['engineer'] },
  withdrawOffer: { from: ['offered'] },
  promiseWindow: {
    from: ['open', 'assigned'],
    starts: ['promise'],
    stops: ['response'],
    notifies: ['customer'],
  },
  assign: { from: ['open', 'offered', 'assigned', 'scheduled'], notifies: ['customer', 'engineer'] },
  unassign: { from: ['assigned', 'scheduled'], notifies: ['engineer', 'dispatcher'] },
  reschedule: { from: ['assigned', 'scheduled'], starts: ['promise'], notifies: ['customer', 'engineer'] },
  hold: { from: ['open', 'assigned', 'scheduled'], notifies: ['customer'] },
  releaseHold: { from: ['open', 'assigned', 'scheduled'] },
  solveRemotely: { from: ['draft', 'open'], stops: ['response'] },
  settleRemoteSolution: { from: ['solved_remotely'] },
  reopen: { from: ['solved_remotely'], starts: ['response'] },
  cancel: {
    from: ['draft', 'open', 'offered', 'assigned', 'scheduled', 'en_route', 'on_site'],
    stops: ['response', 'promise', 'on_site', 'parts'],
    notifies: ['customer', 'engineer'],
  },
  urge: {
    from: ['open', 'offered', 'assigned', 'scheduled', 'en_route', 'on_site', 'in_service'],
    notifies: ['engineer', 'dispatcher'],
  },
  confirm: { from: ['completed'] },
  close: { from: ['confirmed', 'completed'] },
} as const satisfies Record<string, Transition<WorkOrderState>>;
export type WorkOrderAction = keyof typeof WORK_ORDER_ACTIONS;

/** What may be done with a visit in which state, where it leads, and what its orders become. */
export const VISIT_ACTIONS = {
  accept: { from: ['planned'], to: 'accepted' },
  decline: { from: ['planned', 'accepted'], to: 'cancelled', notifies: ['dispatcher'] },
  unassign: { from: ['planned', 'accepted'], to: 'cancelled', notifies: ['engineer', 'dispatcher'] },
  depart: { from: ['accepted'], to: 'en_route', notifies: ['customer'] },
  arrive: { from: ['en_route'], to: 'on_site', starts: ['on_site'], stops: ['response', 'promise'] },
  begin: { from: ['on_site'], to: 'in_service' },
  finish: { from: ['in_service'], to: 'finished', stops: ['on_site'], notifies: ['customer'] },
  cannotComplete: {
    from: ['on_site', 'in_service'],
    to: 'cannot_complete',
    stops: ['on_site'],
    notifies: ['customer', 'dispatcher'],
  },
  noShow: { from: ['planned', 'accepted', 'en_route'], to: 'no_show', notifies: ['customer', 'dispatcher'] },
  cancel: { from: ['planned', 'accepted', 'en_route', 'on_site'], to: 'cancelled', notifies: ['engineer'] },
} as const satisfies Record<string, Transition<VisitState> & { to: VisitState }>;
export type VisitAction = keyof typeof VISIT_ACTIONS;

/** Whether the action is legal in the state; screens show the rest disabled, with `legalStates` as the reason. */
export const workOrderCan = {
  do: (action: WorkOrderAction, state: WorkOrderState): boolean => legalStates(action).includes(state),
};

export function legalStates(action: WorkOrderAction): readonly WorkOrderState[] {
  return WORK_ORDER_ACTIONS[action].from;
}

export function legalVisitStates(action: VisitAction): readonly VisitState[] {
  return VISIT_ACTIONS[action].from;
}
