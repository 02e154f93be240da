import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getPlan } from '@firstfix/contract/dispatch/endpoints';
import { parseInstant, SECOND, type TimeWindow } from '@firstfix/kernel';
import { useQuery } from '@tanstack/react-query';
import type { Board } from './use-board.ts';

export type Proposal = ResponseOf<typeof getPlan>;

/** Where a proposal would put an order that stands elsewhere, or nowhere, now. */
export interface ProposedBlock {
  readonly orderId: string;
  readonly number: string;
  readonly community: string;
  readonly work: TimeWindow;
}

const LOOK_AGAIN_MS = 700;

/** The proposal named by the URL, asked again while the engine searches. */
export function useProposal(id: string | undefined) {
  return useQuery({
    ...ask(getPlan, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'solving' ? LOOK_AGAIN_MS : false),
  });
}

/** What the proposal changes, by engineer. */
export function proposedBlocks(
  plan: Proposal | undefined,
  board: Board,
): ReadonlyMap<string, readonly ProposedBlock[]> {
  if (plan?.state !== 'proposed') return new Map();
  const orders = new Map(board.orders.map((order) => [order.id, order]));
  const standing = new Map(
    board.rows.flatMap(({ blocks }) => blocks.map(({ visit, order }) => [order?.id, visit])),
  );
  const changed = plan.stops.filter(({ workOrderId, engineerId, startAt }) => {
    const visit = standing.get(workOrderId);
    return visit?.engineerId !== engineerId || parseInstant(visit.plannedStartAt) !== parseInstant(startAt);
  });
  const blocks = changed.flatMap(({ workOrderId, engineerId, startAt }) => {
    const order = orders.get(workOrderId);
    if (!order) return [];
    const start = parseInstant(startAt);
    const work = { start, end: start + order.work.standardSeconds * SECOND };
    return [{ engineerId, orderId: order.id, number: order.number, community: order.place.community, work }];
  });
  return Map.groupBy(blocks, ({ engineerId }) => engineerId);
}
