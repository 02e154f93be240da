import type { Role } from '@firstfix/contract';
import { ACCOUNT_ROLES } from '@firstfix/contract/identity/schemas';
import type { Id } from '@firstfix/kernel';
import type { DemoNetwork } from '@firstfix/network';

/** Known to everybody: a demo holds nobody's data. */
export const DEMO_PASSWORD = 'firstfix-demo';

/** A few of the demo's 120 engineers, for whoever wants to be one. */
export const DEMO_ENGINEER_PHONES = ['19900000001', '19900000002', '19900000003', '19900000004'];

/** Somebody to sign in as; the name says the role. */
export interface DemoAccount {
  readonly userName: string;
  readonly role: Role;
  readonly outletId: Id | null;
  readonly territoryIds: readonly Id[];
}

const OFFICE = ACCOUNT_ROLES.filter((role) => role !== 'engineer' && role !== 'outlet_owner');

/** One of each role of the office, and the owner of the first outlet. */
export function demoAccounts({ territories, outlets }: DemoNetwork): DemoAccount[] {
  const territoryIds = territories.map(({ id }) => id);
  const office = OFFICE.map((role) => ({
    userName: role,
    role,
    outletId: null,
    territoryIds: role === 'dispatcher' ? territoryIds : [],
  }));
  const [outlet] = outlets;
  if (!outlet) return office;
  return [...office, { userName: 'outlet', role: 'outlet_owner', outletId: outlet.id, territoryIds: [] }];
}

/** Whom anybody can sign in as. */
export function demoUserNames(): string[] {
  return [...OFFICE, 'outlet'];
}
