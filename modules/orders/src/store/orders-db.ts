import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';

/** The module's own tables, outside transactions. */
export type OrdersDb = Kysely<DB>;
