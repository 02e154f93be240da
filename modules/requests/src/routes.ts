import * as api from '@firstfix/contract/requests/endpoints';
import { importRequestFile, readImportFile } from '@firstfix/contract/requests/import';
import type { Instant } from '@firstfix/kernel';
import { command, query, type Route } from '@firstfix/platform';
import { choiceOf, fileIn, presentReport } from './import/file-request.ts';
import { cancelRequest } from './operations/cancel-request.ts';
import { acceptHandOver, handOverRequest } from './operations/hand-over.ts';
import { importFile } from './operations/import-requests.ts';
import type { Means } from './operations/means.ts';
import { registerRequest } from './operations/register-request.ts';
import { callBack, solveRemotely } from './operations/solve-remotely.ts';
import { triageRequest } from './operations/triage-request.ts';
import { presentRequest } from './present.ts';
import { describeFile } from './queries/describe-file.ts';
import { getRequest } from './queries/get-request.ts';
import { listCallBacksDue, listOmitted } from './queries/list-due-requests.ts';
import { listRequests } from './queries/list-requests.ts';
import type { RequestsDb } from './store.ts';

/** Contract endpoint → operation or query. `meansAt` brings the limits in force. */
export function requestsRoutes(db: RequestsDb, meansAt: (now: Instant) => Promise<Means>): Route[] {
  return [
    command(api.registerRequest, async (tx, { body, caller }) =>
      presentRequest(await registerRequest(tx, caller, await meansAt(tx.now), body)),
    ),
    query(api.listRequests, async ({ caller, query: asked, now }) => {
      const { customers } = await meansAt(now);
      const findCustomer = async (phone: string) => (await customers.findByPhone(phone))?.customerId;
      return listRequests(db, caller, asked, findCustomer);
    }),
    query(api.getRequest, async ({ caller, params }) =>
      presentRequest(await getRequest(db, caller, params.id)),
    ),
    command(api.triageRequest, async (tx, { body, caller, params, ifMatch }) => {
      const decision = { corrections: body.corrections ?? [], ifMatch };
      return presentRequest(await triageRequest(tx, caller, await meansAt(tx.now), params.id, decision));
    }),
    command(api.handOverRequest, async (tx, { body, caller, params }) =>
      presentRequest(await handOverRequest(tx, caller, params.id, body.toUserId)),
    ),
    command(api.acceptHandOver, async (tx, { caller, params }) => {
      const { orders } = await meansAt(tx.now);
      return presentRequest(await acceptHandOver(tx, caller, orders, params.id));
    }),
    command(api.solveRequestRemotely, async (tx, { body, caller, params, ifMatch }) => {
      const { orders, limits } = await meansAt(tx.now);
      const advice = { advice: body.advice, ifMatch };
      return presentRequest(await solveRemotely(tx, caller, orders, limits, params.id, advice));
    }),
    command(api.callBack, async (tx, { body, caller, params }) => {
      const { orders } = await meansAt(tx.now);
      return presentRequest(await callBack(tx, caller, orders, params.id, body.solved));
    }),
    command(api.cancelRequest, async (tx, { body, caller, params, ifMatch }) => {
      const { orders } = await meansAt(tx.now);
      return presentRequest(
        await cancelRequest(tx, caller, orders, params.id, { reason: body.reason, ifMatch }),
      );
    }),
    query(api.listCallBacks, ({ caller, query: asked, now }) => listCallBacksDue(db, caller, now, asked)),
    command(readImportFile, async (tx, { body, query: { sheet }, language }) => {
      const { files } = await meansAt(tx.now);
      return describeFile(await files.read(fileIn(body), sheet), language);
    }),
    command(importRequestFile, async (tx, { body, query: choice, language }) =>
      presentReport(await importFile(tx, await meansAt(tx.now), fileIn(body), choiceOf(choice)), language),
    ),
    query(api.listOmissions, ({ caller, query: asked, now }) => listOmitted(db, caller, now, asked)),
  ];
}
