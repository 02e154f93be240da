import { VISIT_ENDED_UNFINISHED, VISIT_FINISHED } from '@firstfix/contract/orders/events';
import type { Id } from '@firstfix/kernel';
import { type Reaction, reaction, type Tx } from '@firstfix/platform';
import type { VerdictNeeds } from './needs.ts';
import { beginFollowUp } from './operations/begin-follow-up.ts';

/** What happens here on others' events. Each looks at the order's state, so coming twice or late is harmless. */
export function verdictReactions(needs: VerdictNeeds): Reaction[] {
  const begin = async (tx: Tx, workOrderIds: readonly Id[]) => {
    for (const id of workOrderIds.toSorted()) {
      await beginFollowUp(tx, needs, await needs.orders.lockWorkOrder(tx, id));
    }
  };
  return [
    reaction(
      VISIT_FINISHED,
      'verdict.on_visit_finished',
      (tx, { workOrderIds }) => begin(tx, workOrderIds),
      aboutVisit,
    ),
    // a refused quote ends the visit with the fee: the order is completed too
    reaction(
      VISIT_ENDED_UNFINISHED,
      'verdict.on_visit_ended_unfinished',
      (tx, { how, workOrderIds }) =>
        how === 'cannot_complete' ? begin(tx, workOrderIds) : Promise.resolve(),
      aboutVisit,
    ),
  ];
}

/** An order has one visit at a time, and a visit's orders no other. */
const aboutVisit = ({ visitId }: { visitId: Id }) => visitId;
