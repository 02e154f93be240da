import { invalidField } from '@firstfix/contract/refusal';
import * as api from '@firstfix/contract/verdict/endpoints';
import type { RatingView } from '@firstfix/contract/verdict/schemas';
import { command, query, type Route, type Runtime, replyTo, type Tx } from '@firstfix/platform';
import type { VerdictNeeds } from './needs.ts';
import { answerFollowUp } from './operations/answer-follow-up.ts';
import { confirmWorkOrder } from './operations/confirm-work-order.ts';
import { openComplaint } from './operations/open-complaint.ts';
import { changeRating, rateWorkOrder } from './operations/rate-work-order.ts';
import { answerComplaint, closeComplaint, judgeComplaint } from './operations/settle-complaint.ts';
import { presentComplaint, presentFollowUp, presentRating } from './present.ts';
import { getRating } from './queries/get-rating.ts';
import { getComplaint, listComplaints } from './queries/list-complaints.ts';
import { getFollowUp, listFollowUps } from './queries/list-follow-ups.ts';
import type { Rating } from './rating.ts';
import { listFormerWords } from './store/rating-store.ts';
import type { DB } from './tables.ts';

/** Contract endpoint → operation or query. */
export function verdictRoutes(runtime: Runtime, needs: VerdictNeeds): Route[] {
  const db = runtime.database.kysely<DB>();
  return [
    confirmRoute(runtime, needs),
    command(api.rateWorkOrder, async (tx, { body, caller, params }) => {
      await mustHaveFiles(runtime, '/photoHashes', body.photoHashes ?? []);
      return presentWithHistory(tx, await rateWorkOrder(tx, needs, caller, params.id, body));
    }),
    command(api.changeRating, async (tx, { body, caller, params }) => {
      await mustHaveFiles(runtime, '/photoHashes', body.photoHashes ?? []);
      return presentWithHistory(tx, await changeRating(tx, needs, caller, params.id, body));
    }),
    query(api.getRating, ({ caller, params }) => getRating(db, caller, params.id)),
    query(api.listFollowUps, ({ caller, query: asked }) => listFollowUps(db, caller, asked)),
    query(api.getFollowUp, ({ caller, params }) => getFollowUp(db, caller, params.id)),
    command(api.answerFollowUp, async (tx, { body, caller, params }) => {
      const call = { answer: body.answer, note: body.note ?? '', ratingAsked: body.ratingAsked ?? false };
      return presentFollowUp(await answerFollowUp(tx, needs, caller, params.id, call));
    }),
    command(api.openComplaint, async (tx, { body, caller, params }) =>
      presentComplaint(await openComplaint(tx, needs, caller, params.id, body)),
    ),
    query(api.listComplaints, ({ caller, query: asked }) => listComplaints(db, caller, asked)),
    query(api.getComplaint, ({ caller, params }) => getComplaint(db, caller, params.id)),
    command(api.answerComplaint, async (tx, { body, caller, params, ifMatch }) =>
      presentComplaint(await answerComplaint(tx, caller, params.id, { ...body, ifMatch })),
    ),
    command(api.judgeComplaint, async (tx, { body, caller, params, ifMatch }) =>
      presentComplaint(await judgeComplaint(tx, caller, params.id, { ...body, ifMatch })),
    ),
    command(api.closeComplaint, async (tx, { caller, params, ifMatch }) =>
      presentComplaint(await closeComplaint(tx, needs, caller, params.id, ifMatch)),
    ),
  ];
}

/** The first words have none before them. */
async function presentWithHistory(tx: Tx, rating: Rating): Promise<RatingView> {
  const { workOrderId, revision } = rating;
  return presentRating(
    rating,
    revision === 1 ? [] : await listFormerWords(tx.tables<DB>(), workOrderId, revision),
  );
}

/** Brings its own transaction: a wrong code is refused, but the try stays counted. */
function confirmRoute(runtime: Runtime, needs: VerdictNeeds): Route {
  return replyTo(api.confirmWorkOrder, async ({ body, caller, params }, reply) => {
    await mustHaveFiles(
      runtime,
      '/signatureHash',
      body.signatureHash === undefined ? [] : [body.signatureHash],
    );
    const actor = {
      id: caller.userId,
      role: caller.role,
      requestId: caller.requestId,
      remoteAddress: caller.remoteAddress,
    };
    const outcome = await runtime.transactor.transact(actor, (tx) =>
      confirmWorkOrder(tx, needs, caller, params.id, body),
    );
    if ('refusal' in outcome) throw outcome.refusal;
    const { id, state, version } = outcome.order;
    return reply.send({ workOrderId: id, state, version });
  });
}

/** 422 for a file that never arrived. */
async function mustHaveFiles(runtime: Runtime, pointer: string, hashes: readonly string[]): Promise<void> {
  const there = await Promise.all(hashes.map((hash) => runtime.media.has(hash)));
  if (there.includes(false)) throw invalidField(pointer, 'unknown_file');
}
