import type { Id, Instant } from '@firstfix/kernel';
import { asReader, type Caller, type ModuleParts, type Runtime, type Tx } from '@firstfix/platform';
import { TableReader } from './adapters/table-reader.ts';
import { requestsChecks } from './checks.ts';
import { presentReport } from './import/file-request.ts';
import type { ImportChoice } from './import/import-choice.ts';
import { importRequests } from './operations/import-requests.ts';
import type { Means, Others } from './operations/means.ts';
import { registerRequest, type Wanted } from './operations/register-request.ts';
import { RESPONSE_POLICY } from './operations/response-policy.ts';
import { isVisible } from './policy.ts';
import { findRequest } from './queries/get-request.ts';
import { requestsReactions } from './reactions.ts';
import { requestsRoutes } from './routes.ts';
import { type PastCall, seedPastRequests, understandPastCall } from './seeds/past-requests.ts';
import type { DB } from './tables.ts';

export type Requests = ReturnType<typeof createRequests>;

/** Needs in the customers' words, triaged: the module's parts for the server, its verbs for the modules above. */
export function createRequests(runtime: Runtime, others: Others) {
  const db = runtime.database.kysely<DB>();
  const policy = runtime.policies.declare(RESPONSE_POLICY);
  const files = new TableReader();
  const meansAt = async (now: Instant): Promise<Means> => ({
    ...others,
    files,
    limits: (await runtime.policies.current(policy, now)).document,
    hasMedia: (hash) => runtime.media.has(hash),
  });
  const parts: ModuleParts = {
    name: 'requests',
    routes: requestsRoutes(db, meansAt),
    reactions: requestsReactions,
    tasks: [],
    subjects: {
      'service-request': async (caller, id) => {
        const request = await findRequest(db, id);
        return request !== undefined && isVisible(asReader(caller), request);
      },
    },
    checks: requestsChecks,
  };
  return {
    parts,
    findRequest: (id: Id) => findRequest(db, id),
    /** For needs other modules raise: an appliance's fault, a maintenance plan, a care rule. */
    registerRequest: async (tx: Tx, caller: Caller, wanted: Wanted) =>
      registerRequest(tx, caller, await meansAt(tx.now), wanted),
    /** For the demo only: what calls of the past came to, and storing them. */
    understandPastCall: async (call: PastCall) => understandPastCall(await meansAt(call.at), call),
    seedPastRequests,
    /** Brings a file of requests in, all of it or nothing. */
    // told as the command line speaks
    importRequests: async (bytes: Uint8Array, choice: ImportChoice) =>
      presentReport(await importRequests(runtime.transactor, meansAt, bytes, choice), 'en'),
  };
}
