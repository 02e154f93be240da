import type { Network } from '@firstfix/network';
import type { Orders } from '@firstfix/orders';
import type { Runtime } from '@firstfix/platform';
import type { Kysely } from 'kysely';
import type { SolverPool } from './adapters/solver-pool.ts';
import type { DB } from './tables.ts';

/** What the operations of dispatch stand on. */
export interface Needs {
  readonly db: Kysely<DB>;
  readonly runtime: Runtime;
  readonly policies: Runtime['policies'];
  readonly orders: Orders;
  readonly network: Network;
  readonly solver: SolverPool;
}
