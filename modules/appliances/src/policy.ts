import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';

interface Owned {
  readonly id: Id;
  readonly customerId: Id | null;
}

/** Customers see what is registered to them; engineers and the office see all. */
export function isVisible(caller: Caller, appliance: Owned): boolean {
  if (caller.scope === 'all') return true;
  return caller.role === 'customer' && caller.ownId !== null && appliance.customerId === caller.ownId;
}

export function mustSeeAppliance(caller: Caller, appliance: Owned): void {
  if (!isVisible(caller, appliance)) throw notFound('appliance', appliance.id);
}
