import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { PageOf, pageQuery, Timestamp, Uuid } from '../schemas.ts';
import { FIGURES, FigureOrder, FigureView } from './schemas.ts';

const module = 'insight';

/** Code of this module's refusal. */
export const PERIOD_UNFIT = 'insight.period_unfit';

const readers = {
  outlet_owner: 'outlet',
  dispatcher: 'territory',
  quality: 'all',
  finance: 'all',
  director: 'all',
  admin: 'all',
} as const;

const period = {
  territoryId: Type.Optional(Uuid),
  outletId: Type.Optional(Uuid),
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
};

export const listFigures = endpoint({
  id: 'listFigures',
  method: 'GET',
  path: '/api/figures',
  module,
  summary: 'The figures of the promise over a period',
  description:
    'By default the last 30 days; at most 400. Complaints count over the 30 days before the period’s end, open orders as they stand now.',
  may: readers,
  query: Type.Object(period),
  response: Type.Object({ from: Timestamp, to: Timestamp, items: Type.Array(FigureView) }),
  errors: [PERIOD_UNFIT],
});

export const listFigureOrders = endpoint({
  id: 'listFigureOrders',
  method: 'GET',
  path: '/api/figures/{figure}/work-orders',
  module,
  summary: 'The orders behind a figure, newest first',
  may: readers,
  params: Type.Object({ figure: Type.Enum([...FIGURES]) }),
  query: Type.Object({
    ...pageQuery,
    ...period,
    only: Type.Optional(Type.Enum(['all', 'missed'], { default: 'all' })),
  }),
  response: PageOf(FigureOrder),
  errors: [PERIOD_UNFIT],
});
