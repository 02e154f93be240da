import { VISIT_ENDED_UNFINISHED, VISIT_PLANNED } from '@firstfix/contract/orders/events';
import { invalidField } from '@firstfix/contract/refusal';
import { type Id, newId, type TimeWindow } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { visitFacts } from '../facts.ts';
import { type LoadedOrder, lockOrder, lockVisit } from '../store/locks.ts';
import { insertVisit, saveVisit } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { moveVisit, planVisit, type Visit } from '../visit.ts';
import { assign } from '../work-order.ts';

export interface NewVisit {
  readonly visitId?: Id;
  readonly workOrderIds: readonly [Id, ...Id[]];
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly planned: TimeWindow;
  /** How it came about: `planned`, `claimed`, `manual`. */
  readonly how: string;
}

/** Plans one visit for orders of one household; a visit they had before is cancelled. */
export async function assignVisit(tx: Tx, given: NewVisit): Promise<Visit> {
  const found: LoadedOrder[] = [];
  for (const id of given.workOrderIds.toSorted()) found.push(await lockOrder(tx, id));
  const [first] = found;
  if (!first) throw new RangeError('a visit needs at least one order');
  mustBeOneHousehold(found);
  await cancelFormerVisits(tx, found);
  const orders = found.map((one) => one.order);
  const visit = planVisit(orders, { ...given, visitId: given.visitId ?? newId() });
  const assignee = { engineerId: given.engineerId, outletId: given.outletId, visitId: visit.id };
  const fact = { kind: 'assigned', facts: { engineerId: given.engineerId, how: given.how } };
  const changes = found.map((one) => ({ found: one, order: assign(one.order, assignee), fact }));
  for (const order of insertVisit(tx, visit, changes)) {
    tx.emit(VISIT_PLANNED, visitFacts(visit, tx.now), topicsOf(order));
  }
  return visit;
}

function mustBeOneHousehold(found: readonly LoadedOrder[]): void {
  if (new Set(found.map((one) => one.order.householdId)).size === 1) return;
  throw invalidField('/workOrderIds', 'household');
}

async function cancelFormerVisits(tx: Tx, found: readonly LoadedOrder[]): Promise<void> {
  const former = new Set(found.flatMap(({ order }) => order.visitId ?? []));
  for (const id of former) {
    const { visit } = await lockVisit(tx, id);
    const cancelled = saveVisit(tx, moveVisit(visit, 'cancel', tx.now, 'reassigned'));
    tx.emit(
      VISIT_ENDED_UNFINISHED,
      { ...visitFacts(cancelled, tx.now), how: 'cancelled', reason: 'reassigned' },
      [`engineer:${visit.engineerId}`],
    );
  }
}
