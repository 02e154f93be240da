/** Who a caller is. One person may hold several accounts; a session has exactly one role. */
export const ROLES = [
  'customer',
  'engineer',
  'outlet_owner',
  'agent',
  'dispatcher',
  'quality',
  'finance',
  'director',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * Which rows a role sees through an operation: `own` (the customer's or engineer's own), `outlet`,
 * `territory` (the territories of the account), `all`. Outside it a row does not exist (404).
 */
export const SCOPES = ['own', 'outlet', 'territory', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who may call an operation, and over which rows. A role not named is refused (403). */
export type Grants = Readonly<Partial<Record<Role, Scope>>>;
