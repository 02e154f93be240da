import { api } from '@firstfix/client/api.ts';
import { listEngineerPositions } from '@firstfix/contract/fieldwork/endpoints';
import type { EngineerPosition } from '@firstfix/contract/fieldwork/positions';
import { listEngineers } from '@firstfix/contract/network/endpoints';
import type { EngineerView } from '@firstfix/contract/network/schemas';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { WORK_ORDER_ACTIONS } from '@firstfix/contract/orders/states';
import { queryOptions } from '@tanstack/react-query';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const PAGE = 200;
/** Orders from the first look to the end of the work. */
const OPEN_STATES = [...WORK_ORDER_ACTIONS.urge.from];

/** A board needs them all: pages are asked for one after the other. */
async function everyPage<Item>(ask: (cursor?: string) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const first = await ask();
  const found = [...first.items];
  for (let { next } = first; next !== null; ) {
    const page = await ask(next);
    found.push(...page.items);
    next = page.next;
  }
  return found;
}

/** Whoever has not left the territory. */
export const engineersOf = (territoryId: string) =>
  queryOptions<readonly EngineerView[]>({
    queryKey: [listEngineers.id, 'every', territoryId],
    queryFn: () =>
      everyPage((cursor) =>
        api.call(listEngineers, { query: { territoryId, active: true, limit: PAGE, cursor } }),
      ),
  });

/** Orders of the territory with work to do, those due first before the others. */
export const openOrdersOf = (territoryId: string) =>
  queryOptions<readonly WorkOrderView[]>({
    queryKey: [listWorkOrders.id, 'every', territoryId],
    queryFn: () =>
      everyPage((cursor) =>
        api.call(listWorkOrders, {
          query: { territoryId, state: OPEN_STATES, sort: 'due', limit: PAGE, cursor },
        }),
      ),
  });

/** Where the territory's engineers were last. */
export const positionsOf = (territoryId: string) =>
  queryOptions<readonly EngineerPosition[]>({
    queryKey: [listEngineerPositions.id, 'every', territoryId],
    queryFn: () =>
      everyPage((cursor) => api.call(listEngineerPositions, { query: { territoryId, limit: PAGE, cursor } })),
  });
