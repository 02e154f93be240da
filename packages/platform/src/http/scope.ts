import type { Scope } from '@firstfix/contract';
import type { Id } from '@firstfix/kernel';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Caller } from './caller.ts';

/** The columns by which a row belongs to somebody. */
export interface Owned {
  readonly customerId: Id;
  readonly engineerId: Id | null;
  readonly outletId: Id | null;
  readonly territoryId: Id;
}

/** Whether a row lies in the caller's scope for this operation. What a link opens is for the module to say. */
export function isInScope(caller: Caller, row: Owned): boolean {
  switch (caller.scope) {
    case 'all':
      return true;
    case 'territory':
      return caller.territoryIds.includes(row.territoryId);
    case 'outlet':
      return caller.outletId !== null && row.outletId === caller.outletId;
    case 'own':
      return (
        caller.ownId !== null &&
        (caller.role === 'engineer' ? row.engineerId : row.customerId) === caller.ownId
      );
  }
}

/** The SQL twin of `isInScope`, over the columns of the same names. */
export function rowsInScope(caller: Caller): RawBuilder<SqlBool> {
  switch (caller.scope) {
    case 'all':
      return sql`true`;
    case 'territory':
      return sql`territory_id = any(${[...caller.territoryIds]}::uuid[])`;
    case 'outlet':
      return sql`outlet_id = ${caller.outletId}::uuid`;
    case 'own':
      return caller.role === 'engineer'
        ? sql`engineer_id = ${caller.ownId}::uuid`
        : sql`customer_id = ${caller.ownId}::uuid`;
  }
}

/** The caller as one who looks: a topic or file has no operation of its own, so the role decides the scope. */
export function asReader(caller: Caller): Caller {
  return { ...caller, scope: READING_SCOPES[caller.role] };
}

const READING_SCOPES: Readonly<Record<Caller['role'], Scope>> = {
  guest: 'own',
  customer: 'own',
  engineer: 'own',
  outlet_owner: 'outlet',
  dispatcher: 'territory',
  agent: 'all',
  quality: 'all',
  finance: 'all',
  director: 'all',
  admin: 'all',
};
