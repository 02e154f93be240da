import type { CancelReason, CannotCompleteReason } from '@firstfix/contract/orders/states';
import type { Id, Instant, TimeWindow } from '@firstfix/kernel';
import type { JourneyFact } from '../journey-store.ts';
import type { NewVisit } from '../operations/assign-visit.ts';
import type { NewWorkOrder } from '../operations/open-work-order.ts';

/** Who did something. */
export interface PastActor {
  readonly id: Id | null;
  readonly role: string;
}

/** What was done to an order before the demo began. */
export type PastDeed =
  | { readonly does: 'promise'; readonly window: TimeWindow }
  | { readonly does: 'assign'; readonly visit: Omit<NewVisit, 'workOrderIds'> & { readonly visitId: Id } }
  | { readonly does: 'accept' | 'depart' | 'arrive' | 'begin' | 'finish' }
  | { readonly does: 'endUnfinished'; readonly reason: CannotCompleteReason }
  | { readonly does: 'confirm'; readonly by: string }
  | { readonly does: 'close' | 'urge' | 'offer' | 'solveRemotely' }
  | { readonly does: 'cancel'; readonly reason: CancelReason }
  /** Something that changed nothing on the order itself. */
  | { readonly does: 'note'; readonly fact: JourneyFact };

export type DatedDeed = PastDeed & { readonly at: Instant; readonly actor: PastActor };

/** An order's story so far: who opened it and everything since, oldest first. */
export interface PastWorkOrder {
  readonly opened: { readonly at: Instant; readonly actor: PastActor };
  readonly order: NewWorkOrder & { readonly id: Id };
  readonly deeds: readonly DatedDeed[];
}
