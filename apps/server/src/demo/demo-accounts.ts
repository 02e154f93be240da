import type { Role } from '@firstfix/contract';
import { ACCOUNT_ROLES } from '@firstfix/contract/identity/schemas';
import { type Id, stableId } from '@firstfix/kernel';
import type { DemoNetwork } from '@firstfix/network';

/** Known to everybody: a demo holds nobody's data. */
export const DEMO_PASSWORD = 'firstfix-demo';

/** A few of the demo's 120 engineers, for whoever wants to be one; not each of them works every day. */
export const DEMO_ENGINEER_PHONES = [3, 4, 5, 8, 1, 2].map((number) => `1990000000${number}`);

/** A few of its customers. */
export const DEMO_CUSTOMER_PHONES = [1, 2, 3, 4].map((number) => `1980000000${number}`);

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
