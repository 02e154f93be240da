import { Readable } from 'node:stream';
import * as api from '@firstfix/contract/orders/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { command, query, type Route, replyTo } from '@firstfix/platform';
import { cancelWorkOrder } from './operations/cancel-work-order.ts';
import { declineVisit, markNoShow } from './operations/end-visit-unfinished.ts';
import { holdWorkOrder, releaseHold } from './operations/hold-work-order.ts';
import { acceptVisit } from './operations/move-visit.ts';
import { openWorkOrder } from './operations/open-work-order.ts';
import { rescheduleVisit } from './operations/reschedule-visit.ts';
import { urgeWorkOrder } from './operations/urge-work-order.ts';
import { mustSeeOrder } from './policy.ts';
import { presentVisit, presentWorkOrder } from './present.ts';
import { countWorkOrders } from './queries/count-work-orders.ts';
import { exportWorkOrders } from './queries/export-work-orders.ts';
import { getVisit, getWorkOrder } from './queries/get-work-order.ts';
import { listHappenings } from './queries/list-happenings.ts';
import { listJourney } from './queries/list-journey.ts';
import { listVisits } from './queries/list-visits.ts';
import { listWorkOrders } from './queries/list-work-orders.ts';
import type { OrdersDb } from './store/orders-db.ts';

/** Contract endpoint → operation or query. */
export function ordersRoutes(db: OrdersDb): Route[] {
  return [
    command(api.openWorkOrder, async (tx, { body, caller }) => {
      if (body.reworkOf) await getWorkOrder(db, caller, body.reworkOf);
      const order = await openWorkOrder(tx, {
        ...body,
        requestId: body.requestId ?? null,
        applianceId: body.applianceId ?? null,
        reworkOf: body.reworkOf ?? null,
        ownerId: caller.userId,
      });
      mustSeeOrder(caller, order);
      return presentWorkOrder(order);
    }),
    query(api.listWorkOrders, ({ caller, query: asked }) => listWorkOrders(db, caller, asked)),
    query(api.countWorkOrders, ({ caller, query: asked }) => countWorkOrders(db, caller, asked)),
    replyTo(api.exportWorkOrders, async ({ caller, query: asked }, reply) =>
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="work-orders.csv"')
        .send(Readable.from(await exportWorkOrders(db, caller, asked))),
    ),
    query(api.getWorkOrder, async ({ caller, params }) =>
      presentWorkOrder(await getWorkOrder(db, caller, params.id)),
    ),
    query(api.listJourney, ({ caller, params }) => listJourney(db, caller, params.id)),
    query(api.listHappenings, ({ caller, query: asked, now }) => listHappenings(db, caller, asked, now)),
    command(api.rescheduleVisit, async (tx, { body, caller, params, ifMatch }) => {
      const arrivalWindow = {
        start: parseInstant(body.arrivalWindow.start),
        end: parseInstant(body.arrivalWindow.end),
      };
      const change = { arrivalWindow, reason: body.reason, ifMatch };
      return presentWorkOrder(await rescheduleVisit(tx, caller, params.id, change));
    }),
    command(api.cancelWorkOrder, async (tx, { body, caller, params, ifMatch }) =>
      presentWorkOrder(await cancelWorkOrder(tx, caller, params.id, { reason: body.reason, ifMatch })),
    ),
    command(api.holdWorkOrder, async (tx, { body, caller, params, ifMatch }) =>
      presentWorkOrder(await holdWorkOrder(tx, caller, params.id, { ...body, ifMatch })),
    ),
    command(api.releaseHold, async (tx, { caller, params, ifMatch }) =>
      presentWorkOrder(await releaseHold(tx, caller, params.id, ifMatch)),
    ),
    command(api.urgeWorkOrder, async (tx, { caller, params }) =>
      presentWorkOrder(await urgeWorkOrder(tx, caller, params.id)),
    ),
    query(api.listVisits, ({ caller, query: asked }) => listVisits(db, caller, asked)),
    query(api.getVisit, async ({ caller, params }) => presentVisit(await getVisit(db, caller, params.id))),
    command(api.acceptVisit, async (tx, { caller, params }) =>
      presentVisit(await acceptVisit(tx, caller, params.id)),
    ),
    command(api.declineVisit, async (tx, { body, caller, params }) =>
      presentVisit(await declineVisit(tx, caller, params.id, body.reason)),
    ),
    command(api.markNoShow, async (tx, { caller, params }) =>
      presentVisit(await markNoShow(tx, caller, params.id)),
    ),
  ];
}
