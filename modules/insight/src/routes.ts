import * as api from '@firstfix/contract/insight/endpoints';
import { query, type Route } from '@firstfix/platform';
import type { Kysely } from 'kysely';
import { listFigureOrders } from './queries/list-figure-orders.ts';
import { listFigures } from './queries/list-figures.ts';
import type { DB } from './tables.ts';

/** Contract endpoint → query. */
export function insightRoutes(db: Kysely<DB>): Route[] {
  return [
    query(api.listFigures, ({ caller, query: asked, now }) => listFigures(db, caller, asked, now)),
    query(api.listFigureOrders, ({ caller, params, query: asked, now }) =>
      listFigureOrders(db, caller, params.figure, asked, now),
    ),
  ];
}
