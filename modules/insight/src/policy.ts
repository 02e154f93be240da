import type { QueryOf } from '@firstfix/contract';
import type { listFigures } from '@firstfix/contract/insight/endpoints';
import { type Id, type Instant, parseInstant, toDate } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { type RawBuilder, sql } from 'kysely';
import { periodOf } from './period.ts';

/** A question after figures: over which time and whose orders. */
export interface Asked {
  readonly from: RawBuilder<Instant>;
  readonly to: RawBuilder<Instant>;
  readonly now: RawBuilder<Instant>;
  /** `null`: all of them. */
  readonly territoryIds: Id[] | null;
  readonly outletId: Id | null;
  readonly period: { readonly start: Instant; readonly end: Instant };
}

/** What is asked, narrowed to what the caller may see: a figure over others' orders counts nothing. */
export function askedBy(caller: Caller, query: QueryOf<typeof listFigures>, now: Instant): Asked {
  const period = periodOf(instantOf(query.from), instantOf(query.to), now);
  return {
    period,
    from: typed(period.start),
    to: typed(period.end),
    now: typed(now),
    territoryIds: territoriesOf(caller, query.territoryId),
    outletId: outletOf(caller, query.outletId),
  };
}

/** Named as a time: `$1 - interval '1 day'` would otherwise be an interval. */
function typed(instant: Instant): RawBuilder<Instant> {
  return sql<Instant>`${toDate(instant)}::timestamptz`;
}

function territoriesOf(caller: Caller, wished: Id | undefined): Id[] | null {
  if (caller.scope !== 'territory') return wished === undefined ? null : [wished];
  return caller.territoryIds.filter((id) => wished === undefined || id === wished);
}

const NOBODYS = '00000000-0000-0000-0000-000000000000';

function outletOf(caller: Caller, wished: Id | undefined): Id | null {
  if (caller.scope !== 'outlet') return wished ?? null;
  return wished === undefined || wished === caller.outletId ? (caller.outletId ?? NOBODYS) : NOBODYS;
}

function instantOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : parseInstant(text);
}
