import type { Role } from '@firstfix/contract';
import { ACCOUNT_ROLES } from '@firstfix/contract/identity/schemas';
import { type Id, stableId } from '@firstfix/kernel';
import type { DemoNetwork } from '@firstfix/network';

/** Known to everybody: a demo holds nobody's data. */
export const DEMO_PASSWORD = 'firstfix-demo';

/** A few of the demo's 120 engineers, for whoever wants to be one. */
export const DEMO_ENGINEER_PHONES = ['19900000001', '19900000002', '19900000003', '19900000004'];

/** A few of its 20,000 households' people, likewise. */
export const DEMO_CUSTOMER_PHONES = ['19800000001', '19800000002', '19800000003', '19800000004'];

/** Somebody to sign in as; the name says the role. */
export interface DemoAccount {
  readonly id: Id;
  readonly userName: string;
  readonly role: Role;
  readonly outletId: Id | null;
  readonly territoryIds: readonly Id[];
}

const OFFICE = ACCOUNT_ROLES.filter((role) => role !== 'engineer' && role !== 'outlet_owner');

/** One of each role of the office, and the owner of the first outlet. The agent answers for the city's orders. */
export function demoAccounts({ territories, outlets }: DemoNetwork): DemoAccount[] {
  const [outlet] = outlets;
  const orderOwnerId = territories[0]?.orderOwnerId;
  const office = OFFICE.map((role) => ({
    id: role === 'agent' && orderOwnerId ? orderOwnerId : demoAccountId(role),
    userName: role,
    role,
    outletId: null,
    territoryIds: role === 'dispatcher' ? territories.map(({ id }) => id) : [],
  }));
  if (!outlet) return office;
  const id = outlet.managerId ?? demoAccountId('outlet');
  return [...office, { id, userName: 'outlet', role: 'outlet_owner', outletId: outlet.id, territoryIds: [] }];
}

/** The id of an account by its name, where nothing else of the demo refers to it. */
export function demoAccountId(userName: string): Id {
  return stableId(`demo:account:${userName}`);
}

/** Whom anybody can sign in as. */
export function demoUserNames(): string[] {
  return [...OFFICE, 'outlet'];
}
