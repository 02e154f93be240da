import * as api from '@firstfix/contract/dispatch/endpoints';
import { notFound } from '@firstfix/contract/refusal';
import { sayRule } from '@firstfix/contract/refusals/say';
import { type Id, parseInstant, SECOND, toRfc3339 } from '@firstfix/kernel';
import { presentVisit, presentWorkOrder } from '@firstfix/orders';
import { type Caller, command, query, type Route, type Tx, wallNow } from '@firstfix/platform';
import type { Needs } from './needs.ts';
import { applyPlan } from './operations/apply-plan.ts';
import { assignWorkOrder, judgeAssignment } from './operations/assign-work-order.ts';
import { bookSlot } from './operations/book-slot.ts';
import { claimOffer } from './operations/claim-offer.ts';
import { holdSlot } from './operations/hold-slot.ts';
import { offerWorkOrder } from './operations/offer-work-order.ts';
import { planTerritoryDay } from './operations/plan-territory-day.ts';
import { resolveException } from './operations/resolve-exception.ts';
import { unassignWorkOrder } from './operations/unassign-work-order.ts';
import { listExceptions, presentException } from './queries/exceptions.ts';
import { explainAssignment } from './queries/explain-assignment.ts';
import { listCandidates } from './queries/list-candidates.ts';
import { listSlots } from './queries/list-slots.ts';
import { getOffer, listOffers } from './queries/offers.ts';
import { getPlan, maySeeTerritory } from './queries/plans.ts';
import { findHold, releaseHold } from './store.ts';
import type { DB } from './tables.ts';

const DAYS = 7;
const SOLVER_SECONDS = 5;

/** Contract endpoint → operation or query. */
export function dispatchRoutes(needs: Needs): Route[] {
  return [
    ...slotRoutes(needs),
    ...assignmentRoutes(needs),
    ...planRoutes(needs),
    ...offerRoutes(needs),
    ...exceptionRoutes(needs),
  ];
}

function slotRoutes(needs: Needs): Route[] {
  const { orders } = needs;
  return [
    query(api.listSlots, async ({ caller, params, query: asked, now }) => {
      const order = await orders.getWorkOrder(caller, params.id);
      return listSlots(needs, order, { from: asked.from, days: asked.days ?? DAYS, now, wallNow: wallNow() });
    }),
    command(api.holdSlot, async (tx, { body, caller, params }) => {
      const order = await orders.getWorkOrder(caller, params.id);
      const window = { start: parseInstant(body.start), end: parseInstant(body.end) };
      const heldAt = wallNow();
      const { id, expiresAt } = await holdSlot(needs, tx, order, window, heldAt);
      return {
        id,
        start: toRfc3339(window.start),
        end: toRfc3339(window.end),
        expiresAt: toRfc3339(expiresAt),
        seconds: Math.round((expiresAt - heldAt) / SECOND),
      };
    }),
    command(api.bookSlot, async (tx, { body, caller, params }) => {
      const order = await orders.getWorkOrder(caller, params.id);
      return presentWorkOrder(await bookSlot(needs, tx, caller, order, body.holdId, wallNow()));
    }),
    command(api.releaseSlot, async (tx, { caller, params }) => {
      const hold = await findHold(tx, params.id);
      if (!hold) throw notFound('slot_hold', params.id);
      await orders.getWorkOrder(caller, hold.work_order_id);
      return { released: await releaseHold(tx, hold.id, wallNow()) };
    }),
  ];
}

function assignmentRoutes(needs: Needs): Route[] {
  const wishOf = (body: { engineerId: Id; plannedStartAt?: string }, now: number) => ({
    engineerId: body.engineerId,
    plannedStart: body.plannedStartAt === undefined ? null : parseInstant(body.plannedStartAt),
    now,
  });
  return [
    query(api.explainAssignment, async ({ caller, params }) => {
      await needs.orders.getWorkOrder(caller, params.id);
      return explainAssignment(needs.db, params.id);
    }),
    query(api.listCandidates, async ({ caller, params, now }) =>
      listCandidates(needs, await needs.orders.getWorkOrder(caller, params.id), now),
    ),
    command(api.judgeAssignment, async (_tx, { body, caller, params, now, language }) => {
      const order = await needs.orders.getWorkOrder(caller, params.id);
      const { verdict } = await judgeAssignment(needs, order, wishOf(body, now));
      return {
        plannedStartAt: toRfc3339(verdict.plannedStart),
        travelSeconds: verdict.travelSeconds,
        broken: verdict.broken.map((one) => ({ ...one, detail: sayRule(language, one.rule) })),
      };
    }),
    command(api.assignWorkOrder, async (tx, { body, caller, params, now }) => {
      const order = await needs.orders.getWorkOrder(caller, params.id);
      const wish = { ...wishOf(body, now), how: 'manual', confirmed: body.confirmed ?? false };
      return presentVisit(await assignWorkOrder(needs, tx, order, wish));
    }),
    command(api.unassignWorkOrder, async (tx, { body, caller, params, ifMatch }) =>
      presentWorkOrder(await unassignWorkOrder(needs, tx, caller, params.id, { ...body, ifMatch })),
    ),
  ];
}

function planRoutes(needs: Needs): Route[] {
  return [
    command(api.planTerritoryDay, async (tx, { body, caller, params }) => {
      if (!maySeeTerritory(caller, params.id)) throw notFound('territory', params.id);
      const seconds = body.seconds ?? SOLVER_SECONDS;
      const id = await planTerritoryDay(needs, tx, { territoryId: params.id, date: body.day, seconds });
      return getPlan(tx.tables<DB>(), caller, id);
    }),
    query(api.getPlan, ({ caller, params }) => getPlan(needs.db, caller, params.id)),
    command(api.applyPlan, async (tx, { caller, params }) => {
      await getPlan(tx.tables<DB>(), caller, params.id);
      await applyPlan(needs, tx, params.id);
      return getPlan(tx.tables<DB>(), caller, params.id);
    }),
  ];
}

function offerRoutes(needs: Needs): Route[] {
  return [
    command(api.offerWorkOrder, async (tx: Tx, { caller, params }) => {
      const order = await needs.orders.getWorkOrder(caller, params.id);
      const id = await offerWorkOrder(needs, tx, order);
      return getOffer(tx.tables<DB>(), id);
    }),
    query(api.listOffers, ({ caller, query: asked }) => listOffers(needs.db, caller, asked)),
    command(api.claimOffer, async (tx: Tx, { caller, params }: { caller: Caller; params: { id: Id } }) =>
      presentVisit(await claimOffer(needs, tx, caller, params.id)),
    ),
  ];
}

function exceptionRoutes(needs: Needs): Route[] {
  return [
    query(api.listExceptions, ({ caller, query: asked }) => listExceptions(needs.db, caller, asked)),
    command(api.resolveException, async (tx, { body, caller, params }) =>
      presentException(await resolveException(tx, caller, params.id, body.resolution)),
    ),
  ];
}
