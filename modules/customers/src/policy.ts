import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import type { Household } from './household.ts';

/** What the modules above know of a customer's orders; `within` a transaction it reads on its connection. */
export interface OrderTies {
  /** Whether the caller's work is with this customer now: the engineer's visit, the outlet's or territory's order. */
  readonly mayContact: (caller: Caller, customerId: Id, within?: Tx) => Promise<boolean>;
  readonly hasOpenOrder: (customerId: Id, within?: Tx) => Promise<boolean>;
}

/** 404 for a customer outside the caller's rows. A link opens its one order and nobody's data. */
export async function mustSeeCustomer(
  ties: OrderTies,
  caller: Caller,
  customerId: Id,
  within?: Tx,
): Promise<void> {
  if (!(await seesCustomer(ties, caller, customerId, within))) throw notFound('customer', customerId);
}

export async function mustSeeHousehold(
  ties: OrderTies,
  caller: Caller,
  household: Household,
  within?: Tx,
): Promise<void> {
  for (const customerId of household.customerIds) {
    if (await seesCustomer(ties, caller, customerId, within)) return;
  }
  throw notFound('household', household.id);
}

async function seesCustomer(
  ties: OrderTies,
  caller: Caller,
  customerId: Id,
  within: Tx | undefined,
): Promise<boolean> {
  if (caller.onlyWorkOrderId !== null) return false;
  if (caller.scope === 'all') return true;
  if (caller.role === 'customer') return caller.ownId === customerId;
  return ties.mayContact(caller, customerId, within);
}

/** Doors stand in clear for those who live behind them. */
export function livesThere(caller: Caller, household: Household): boolean {
  return caller.role === 'customer' && caller.ownId !== null && household.customerIds.includes(caller.ownId);
}
