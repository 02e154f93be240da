export { createIdentity, type Identity } from './module.ts';
export type { IdentityNeeds, Person } from './needs.ts';
export type { NewAccount } from './operations/manage-accounts.ts';
