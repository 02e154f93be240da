import type { Id } from '@firstfix/kernel';
import type { ModuleParts, Runtime, Tx } from '@firstfix/platform';
import { verdictChecks } from './checks.ts';
import { verdictTasks } from './jobs.ts';
import type { VerdictNeeds } from './needs.ts';
import { verdictOf } from './queries/verdict-of.ts';
import { verdictReactions } from './reactions.ts';
import { verdictRoutes } from './routes.ts';
import { type PastVerdict, seedPastVerdicts } from './seeds/seed-past-verdicts.ts';
import type { DB } from './tables.ts';

export type Verdicts = ReturnType<typeof createVerdict>;

/** What the customer says: completion codes, ratings, follow-ups, complaints. */
export function createVerdict(runtime: Runtime, needs: VerdictNeeds) {
  const db = runtime.database.kysely<DB>();
  const parts: ModuleParts = {
    name: 'verdict',
    routes: verdictRoutes(runtime, needs),
    reactions: verdictReactions(needs),
    tasks: verdictTasks(needs),
    subjects: {},
    checks: verdictChecks,
  };
  return {
    parts,
    /** Stars, follow-up and complaints of an order, for those who settle it. */
    verdictOf: (workOrderId: Id) => verdictOf(db, workOrderId),
    /** For the demo only: what was said about orders of the past. */
    seedPastVerdicts: (tx: Tx, stories: readonly PastVerdict[]) =>
      seedPastVerdicts(tx, needs.keyedHash, stories),
  };
}
