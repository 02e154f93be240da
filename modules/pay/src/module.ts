import type { ModuleParts, Runtime, Tx } from '@firstfix/platform';
import { payChecks } from './checks.ts';
import type { PayNeeds } from './needs.ts';
import { payReactions } from './reactions.ts';
import { payRoutes } from './routes.ts';
import { type PastPay, seedPastPay } from './seeds/seed-past-pay.ts';
import { snapshotBalances } from './store/balance-snapshots.ts';
import { post, reverse } from './store/ledger.ts';
import { TAXES, WAGES } from './wage-policy.ts';

export type Pay = ReturnType<typeof createPay>;

/** Customers' payments, what a verdict earns engineer and outlet, the ledger. */
export function createPay(runtime: Runtime, needs: PayNeeds) {
  runtime.policies.declare(WAGES);
  runtime.policies.declare(TAXES);
  const parts: ModuleParts = {
    name: 'pay',
    routes: payRoutes(runtime, needs),
    reactions: payReactions(needs, runtime.policies),
    tasks: [snapshotBalances],
    subjects: {},
    checks: payChecks,
  };
  return {
    parts,
    /** The ledger's verbs, for modules above: claims, settlement. */
    post,
    reverse,
    /** For the demo only: what orders of the past brought. */
    seedPastPay: (tx: Tx, stories: readonly PastPay[]) => seedPastPay(tx, needs, runtime.policies, stories),
  };
}
