import { definePolicy } from '@firstfix/contract';
import { FieldPolicy, STANDARD_FIELD_POLICY } from '@firstfix/contract/fieldwork/policy';
import type { Id, Instant } from '@firstfix/kernel';
import type { Orders } from '@firstfix/orders';
import { type ModuleParts, type Runtime, ScreenNews, type Tx, wallNow } from '@firstfix/platform';
import { fieldworkChecks } from './checks.ts';
import { forgetPositions } from './jobs.ts';
import { askRegisters, type Registers } from './operations/registers.ts';
import type { Field } from './operations/run-command.ts';
import { mayFollow, mayFollowTerritory } from './policy.ts';
import { TERRITORY_TOPIC, VISIT_TOPIC } from './position-topics.ts';
import { summaryOf } from './queries/summary-of.ts';
import { fieldworkRoutes } from './routes.ts';
import { type PastVisit, seedPastVisits } from './seeds/seed-past-visits.ts';
import type { DB } from './tables.ts';

export type Fieldwork = ReturnType<typeof createFieldwork>;

const VISIT_POLICY = definePolicy({
  name: 'fieldwork.visit',
  summary: 'How near is there, how long a door code lives, how long positions are kept',
  schema: FieldPolicy,
  standard: STANDARD_FIELD_POLICY,
});

/** The visit on site: the module's parts for the server, and what it tells the modules above. */
export function createFieldwork(runtime: Runtime, others: Registers & { readonly orders: Orders }) {
  const db = runtime.database.kysely<DB>();
  const policy = runtime.policies.declare(VISIT_POLICY);
  const policyAt = async (at: Instant) => (await runtime.policies.current(policy, at)).document;
  const needs = askRegisters(others);
  const field: Field = { orders: others.orders, needs, policyAt, wallNow };
  const news = new ScreenNews(runtime.database.pool, (error) =>
    runtime.log.warn({ err: error }, 'screens were not told of positions'),
  );
  const parts: ModuleParts = {
    name: 'fieldwork',
    routes: fieldworkRoutes(field, others.network, db, news),
    reactions: [],
    tasks: [forgetPositions(policyAt)],
    subjects: {
      [VISIT_TOPIC]: async (caller, id) => {
        const visit = await others.orders.findVisit(id);
        return visit !== undefined && mayFollow(caller, visit);
      },
      [TERRITORY_TOPIC]: async (caller, id) => mayFollowTerritory(caller, id),
    },
    checks: fieldworkChecks,
  };
  return {
    parts,
    /** For the demo only: visits of the past with their sheets. */
    seedPastVisits: (tx: Tx, stories: readonly PastVisit[]) => seedPastVisits(tx, needs, stories),
    /** What the field says about an order; inside a transaction give it, so that no second connection is taken. */
    summaryOf: (workOrderId: Id, tx?: Tx) => summaryOf(needs, tx?.tables<DB>() ?? db, workOrderId),
  };
}
