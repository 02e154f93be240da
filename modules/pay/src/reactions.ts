import { ORDER_RATED, RATING_CHANGED } from '@firstfix/contract/verdict/events';
import { type PolicyStore, type Reaction, reaction } from '@firstfix/platform';
import type { PayNeeds } from './needs.ts';
import { postEarning } from './operations/post-earning.ts';

/** A verdict is pay. The revision decides which counts, so the events may come twice and in any order. */
export function payReactions(needs: PayNeeds, policies: PolicyStore): Reaction[] {
  return [
    reaction(
      ORDER_RATED,
      'pay.on_order_rated',
      (tx, verdict) => postEarning(tx, needs, policies, verdict),
      aboutOrder,
    ),
    reaction(
      RATING_CHANGED,
      'pay.on_rating_changed',
      (tx, verdict) => postEarning(tx, needs, policies, verdict),
      aboutOrder,
    ),
  ];
}

const aboutOrder = ({ workOrderId }: { workOrderId: string }) => workOrderId;
