import type { Hold, VisitState, WorkOrderState } from '@firstfix/contract/orders/states';
import type { RequestState } from '@firstfix/contract/requests/states';
import type { ComplaintState, FollowUpState } from '@firstfix/contract/verdict/schemas';

/** The colours a state may have, by what they mean. */
export type Tone = 'ink' | 'celadon' | 'amber' | 'vermilion' | 'indigo' | 'ash';

/** One colour for each state, everywhere. A new state does not compile without one. */
export const STATE_TONES = {
  workOrderState: {
    draft: 'ink',
    open: 'ink',
    offered: 'indigo',
    assigned: 'indigo',
    scheduled: 'indigo',
    en_route: 'celadon',
    on_site: 'celadon',
    in_service: 'celadon',
    completed: 'celadon',
    confirmed: 'ash',
    closed: 'ash',
    solved_remotely: 'ash',
    cancelled: 'ash',
  } satisfies Record<WorkOrderState, Tone>,
  visitState: {
    planned: 'indigo',
    accepted: 'indigo',
    en_route: 'celadon',
    on_site: 'celadon',
    in_service: 'celadon',
    finished: 'ash',
    cannot_complete: 'amber',
    no_show: 'vermilion',
    cancelled: 'ash',
  } satisfies Record<VisitState, Tone>,
  hold: {
    awaiting_parts: 'amber',
    awaiting_customer: 'amber',
    awaiting_support: 'amber',
  } satisfies Record<Hold, Tone>,
  requestState: {
    registered: 'ink',
    triaged: 'indigo',
    awaiting_call_back: 'amber',
    closed: 'ash',
    cancelled: 'ash',
  } satisfies Record<RequestState, Tone>,
  complaintState: {
    open: 'amber',
    answered: 'indigo',
    judged: 'indigo',
    closed: 'ash',
  } satisfies Record<ComplaintState, Tone>,
  followUpState: {
    open: 'amber',
    refill: 'indigo',
    answered: 'ash',
    ended: 'ash',
  } satisfies Record<FollowUpState, Tone>,
} as const;

/** What has states: the name of its words in the catalogue, too. */
export type Stateful = keyof typeof STATE_TONES;
export type StateOf<S extends Stateful> = keyof (typeof STATE_TONES)[S] & string;

export function toneOf<S extends Stateful>(of: S, state: StateOf<S>): Tone {
  const tones: Readonly<Record<string, Tone>> = STATE_TONES[of];
  return tones[state] ?? 'ink';
}
