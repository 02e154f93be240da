import * as dispatch from '@firstfix/contract/dispatch/endpoints';
import { DAY, HOUR, type Id, MINUTE, toRfc3339 } from '@firstfix/kernel';
import type { TestApp } from '@firstfix/testkit';
import { open, promised } from './world-orders.ts';
import type { People } from './world-people.ts';

export interface Dispatched {
  readonly planId: Id;
  readonly holdId: Id;
  readonly offerId: Id;
  readonly assignedId: Id;
  /** The engineer was told that it is no longer theirs. */
  readonly takenBackVisitId: Id;
  readonly exceptionId: Id;
}

/** A held slot, an offer, an order assigned with its reasons, tomorrow's plan. */
export async function driveDispatch(app: TestApp, people: People): Promise<Dispatched> {
  const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [people.territoryId] });
  const params = async (order: Promise<Id>) => ({ id: await order });
  const toHold = await params(open(app, people));
  const { items } = await dispatcher.call(dispatch.listSlots, { params: toHold });
  const free = items.find(({ fit }) => fit !== 'full');
  if (!free) throw new Error('no slot is free in the demo city');
  const window = { start: free.start, end: free.end };
  const hold = await dispatcher.call(dispatch.holdSlot, { params: toHold, body: window });
  const offer = await dispatcher.call(dispatch.offerWorkOrder, {
    params: await params(promised(app, people)),
  });
  const plan = await dispatcher.call(dispatch.planTerritoryDay, {
    params: { id: people.territoryId },
    body: { day: toRfc3339(app.now() + DAY + 8 * HOUR).slice(0, 10), seconds: 1 },
  });
  return {
    planId: plan.id,
    holdId: hold.id,
    offerId: offer.id,
    ...(await assign(app, people)),
    exceptionId: await breach(app, people),
  };
}

async function assign(
  app: TestApp,
  people: People,
): Promise<Pick<Dispatched, 'assignedId' | 'takenBackVisitId'>> {
  const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [people.territoryId] });
  const id = await promised(app, people);
  const body = { engineerId: people.engineerId, confirmed: true };
  const { id: takenBackVisitId } = await dispatcher.call(dispatch.assignWorkOrder, { params: { id }, body });
  await dispatcher.call(dispatch.unassignWorkOrder, { params: { id }, body: { reason: 'day_rearranged' } });
  await dispatcher.call(dispatch.assignWorkOrder, { params: { id }, body });
  return { assignedId: id, takenBackVisitId };
}

/** An order nobody came to in time: an exception for the dispatcher. */
async function breach(app: TestApp, people: People): Promise<Id> {
  const late = await open(app, people, { responseSeconds: 60 });
  await app.advance(2 * MINUTE);
  const [exception] = await app.rows<{ id: Id }>('select id from dispatch.exception where subject_id = $1', [
    late,
  ]);
  if (!exception) throw new Error('a breached clock raised no exception');
  return exception.id;
}
