import { type Static, Type } from 'typebox';
import { ROLES } from '../roles.ts';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';

/** Roles that have an account with a password; customers come by phone or link. */
export const ACCOUNT_ROLES = ROLES.filter((role) => role !== 'customer');

export const SessionView = Type.Object({
  userId: Uuid,
  role: Type.Enum([...ROLES]),
  ownId: Nullable(Uuid),
  outletId: Nullable(Uuid),
  territoryIds: Type.Array(Uuid),
  onlyWorkOrderId: Nullable(Uuid),
});
export type SessionView = Static<typeof SessionView>;

export const OpenedSession = Type.Object({
  token: Type.String({ description: 'For programs; browsers hold it as a cookie' }),
  session: SessionView,
});
export type OpenedSession = Static<typeof OpenedSession>;

export const SessionRow = Type.Object({
  id: Uuid,
  userId: Uuid,
  role: Type.Enum([...ROLES]),
  onlyWorkOrderId: Nullable(Uuid),
  openedAt: Timestamp,
  expiresAt: Timestamp,
  current: Type.Boolean({ description: 'The session that asks' }),
});

/** What an account may do, and over which rows. */
export const authority = {
  role: Type.Enum([...ACCOUNT_ROLES]),
  ownId: Type.Optional(Nullable(Uuid)),
  outletId: Type.Optional(Nullable(Uuid)),
  territoryIds: Type.Optional(Type.Array(Uuid, { maxItems: 500 })),
};

export const AccountView = Type.Object({
  id: Uuid,
  userName: Type.String(),
  role: Type.Enum([...ACCOUNT_ROLES]),
  ownId: Nullable(Uuid),
  outletId: Nullable(Uuid),
  territoryIds: Type.Array(Uuid),
  active: Type.Boolean(),
  createdAt: Timestamp,
});
export type AccountView = Static<typeof AccountView>;

/** A demo's open door: accounts with their password, and phones that belong to engineers and customers. */
export const DemoView = Type.Object({
  demo: Type.Boolean(),
  accounts: Type.Array(
    Type.Object({ userName: Type.String(), password: Type.String(), role: Type.Enum([...ACCOUNT_ROLES]) }),
  ),
  engineerPhones: Type.Array(Type.String()),
  customerPhones: Type.Array(Type.String()),
});
export type DemoView = Static<typeof DemoView>;
