import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';

/** Whose rows are whose: an engineer's own, an outlet's, a dispatcher's territories. */

interface OwnedEngineer {
  readonly id: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
}

export function mustSeeEngineer(caller: Caller, engineer: OwnedEngineer): void {
  if (!seesEngineer(caller, engineer)) throw notFound('engineer', engineer.id);
}

export function seesEngineer(caller: Caller, engineer: OwnedEngineer): boolean {
  switch (caller.scope) {
    case 'all':
      return true;
    case 'territory':
      return caller.territoryIds.includes(engineer.territoryId);
    case 'outlet':
      return engineer.outletId === caller.outletId;
    case 'own':
      return caller.role === 'engineer' && engineer.id === caller.ownId;
  }
}

/** An engineer sees the outlet of the session. */
export function mustSeeOutlet(
  caller: Caller,
  outlet: { readonly id: Id; readonly territoryIds: readonly Id[] },
): void {
  const visible =
    caller.scope === 'all' ||
    (caller.scope === 'territory'
      ? outlet.territoryIds.some((id) => caller.territoryIds.includes(id))
      : outlet.id === caller.outletId);
  if (!visible) throw notFound('outlet', outlet.id);
}

export function mustSeeTerritory(caller: Caller, id: Id): void {
  if (caller.scope === 'territory' && !caller.territoryIds.includes(id)) throw notFound('territory', id);
}

/** The SQL twins, over the aliases `e` (engineer), `o` (outlet), `t` (territory), `s` (station). */

export function visibleEngineers(caller: Caller) {
  switch (caller.scope) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'territory':
      return sql<SqlBool>`e.territory_id = any(${[...caller.territoryIds]}::uuid[])`;
    case 'outlet':
      return sql<SqlBool>`e.outlet_id = ${caller.outletId}::uuid`;
    case 'own':
      return sql<SqlBool>`e.id = ${caller.ownId}::uuid`;
  }
}

export function visibleOutlets(caller: Caller) {
  switch (caller.scope) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'territory':
      return sql<SqlBool>`o.territory_ids && ${[...caller.territoryIds]}::uuid[]`;
    default:
      return sql<SqlBool>`o.id = ${caller.outletId}::uuid`;
  }
}

export function visibleTerritories(caller: Caller) {
  return caller.scope === 'all'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`t.id = any(${[...caller.territoryIds]}::uuid[])`;
}

export function visibleStations(caller: Caller) {
  switch (caller.scope) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'territory':
      return sql<SqlBool>`s.territory_id = any(${[...caller.territoryIds]}::uuid[])`;
    case 'outlet':
      return sql<SqlBool>`s.outlet_id = ${caller.outletId}::uuid`;
    case 'own':
      return sql<SqlBool>`s.crew @> array[${caller.ownId}::uuid]`;
  }
}
