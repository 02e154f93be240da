/** Where a service request stands. Once triaged, its work orders tell the rest. */
export const REQUEST_STATES = ['registered', 'triaged', 'awaiting_call_back', 'closed', 'cancelled'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** How the need reached us. */
export const REQUEST_CHANNELS = [
  'phone',
  'web',
  'chat',
  'shop',
  'partner',
  'appliance',
  'care_rule',
  'import',
] as const;
export type RequestChannel = (typeof REQUEST_CHANNELS)[number];

/** SLA clocks of a request: until an untriaged one is looked at, until the customer is called back. */
export const REQUEST_CLOCKS = ['triage', 'callback'] as const;
export type RequestClock = (typeof REQUEST_CLOCKS)[number];

interface Transition {
  readonly from: readonly RequestState[];
  readonly starts?: readonly RequestClock[];
  readonly stops?: readonly RequestClock[];
}

/** What may be done with a request in which state: used by server and screens alike. */
export const REQUEST_ACTIONS = {
  triage: { from: ['registered'], stops: ['triage'] },
  handOver: { from: ['registered', 'triaged', 'awaiting_call_back'] },
  solveRemotely: { from: ['registered', 'triaged'], starts: ['callback'], stops: ['triage'] },
  callBack: { from: ['awaiting_call_back'], stops: ['callback'] },
  cancel: { from: ['registered', 'triaged', 'awaiting_call_back'], stops: ['triage', 'callback'] },
} as const satisfies Record<string, Transition>;
export type RequestAction = keyof typeof REQUEST_ACTIONS;

export function legalRequestStates(action: RequestAction): readonly RequestState[] {
  return REQUEST_ACTIONS[action].from;
}
