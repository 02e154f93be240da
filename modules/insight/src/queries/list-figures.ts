import type { QueryOf } from '@firstfix/contract';
import type { listFigures as endpoint } from '@firstfix/contract/insight/endpoints';
import { FIGURES, type FigureName } from '@firstfix/contract/insight/schemas';
import { type Instant, toRfc3339 } from '@firstfix/kernel';
import { type Caller, PLAN_EACH_TIME } from '@firstfix/platform';
import { type Kysely, sql } from 'kysely';
import { type Counted, FIGURE_TYPES, figureValue, isMet, totalOf } from '../figures.ts';
import { type Asked, askedBy } from '../policy.ts';
import type { DB } from '../tables.ts';
import { FIGURE_FACTS, inScope } from './figure-facts.ts';

interface Part extends Counted {
  readonly key: string | null;
}

/** All figures over one period, each read by a statement of its own. */
export async function listFigures(
  db: Kysely<DB>,
  caller: Caller,
  query: QueryOf<typeof endpoint>,
  now: Instant,
) {
  const asked = askedBy(caller, query, now);
  const link = linkOf(query, asked);
  const items = [];
  for (const name of FIGURES) items.push(present(name, await countOf(db, asked, name), link));
  return { from: toRfc3339(asked.period.start), to: toRfc3339(asked.period.end), items };
}

async function countOf(db: Kysely<DB>, asked: Asked, name: FigureName): Promise<Part[]> {
  const { rows } = await sql<Part>`${sql.raw(PLAN_EACH_TIME)}
    with o as (select * from orders.published_order p where ${inScope(asked, 'p')}),
      facts as (${FIGURE_FACTS[name](asked)})
    select part::text as key, sum(amount)::float8 as numerator, sum(counted)::float8 as denominator,
      count(*) filter (where missed)::int as missed
    from facts group by part order by part`.execute(db);
  return rows;
}

function present(name: FigureName, parts: readonly Part[], link: string) {
  const figure = FIGURE_TYPES[name];
  const counted = totalOf(parts);
  const value = figureValue(figure, counted);
  return {
    name,
    definition: figure.definition,
    unit: figure.unit,
    value,
    ...counted,
    goal: figure.goal,
    met: isMet(figure.goal, value),
    breakdown: parts.flatMap(({ key, ...part }) => (key === null ? [] : [{ key, ...part }])),
    workOrders: `/api/figures/${name}/work-orders?${link}`,
  };
}

/** The same question again, for the list behind a figure. */
function linkOf(query: QueryOf<typeof endpoint>, { period }: Asked): string {
  const named = Object.entries({ territoryId: query.territoryId, outletId: query.outletId });
  const filters = named.flatMap(([name, id]) => (id === undefined ? [] : [`${name}=${id}`]));
  return [...filters, `from=${toRfc3339(period.start)}`, `to=${toRfc3339(period.end)}`].join('&');
}
