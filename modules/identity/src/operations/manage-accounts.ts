import { LAST_ADMIN, NAME_TAKEN } from '@firstfix/contract/identity/endpoints';
import type { AccountView } from '@firstfix/contract/identity/schemas';
import { notFound, refusal } from '@firstfix/contract/refusal';
import { type Id, newId, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { comparableUserName, presentAccount } from '../account.ts';
import { type Authority, completeAuthority, type GivenAuthority } from '../authority.ts';
import type { IdentityNeeds } from '../needs.ts';
import { hashPassword } from '../store/password.ts';
import type { SessionAuthenticator } from '../store/session-authenticator.ts';
import type { DB } from '../tables.ts';
import { endSessions } from './end-sessions.ts';
import { forgiveTries } from './lock-out.ts';
import { lockOutKey } from './sign-in.ts';

export interface NewAccount extends GivenAuthority {
  /** Left out, a new one. */
  readonly id?: Id;
  readonly userName: string;
  readonly password: string;
}

/** An account for a member of staff. 409 when the name is taken, 422 when the role lacks its rows. */
export async function createAccount(tx: Tx, given: NewAccount): Promise<AccountView> {
  const authority = completeAuthority(given);
  const row = await tx
    .tables<DB>()
    .insertInto('identity.account')
    .values({
      id: given.id ?? newId(),
      user_name: comparableUserName(given.userName),
      password_hash: await hashPassword(given.password),
      ...authorityColumns(authority),
      created_at: toDate(tx.now),
    })
    .onConflict((conflict) => conflict.column('user_name').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) throw refusal(409, NAME_TAKEN);
  tx.audit({ action: 'createAccount', subjectType: 'account', subjectId: row.id, after: { ...authority } });
  return presentAccount(row);
}

interface Changing {
  readonly tx: Tx;
  readonly authenticator: SessionAuthenticator;
  readonly id: Id;
}

/** Another role or other rows; sessions with the old ones end. */
export async function changeAuthority(changing: Changing, given: GivenAuthority): Promise<AccountView> {
  const { tx, id } = changing;
  const authority = completeAuthority(given);
  const before = await lockAccount(tx, id);
  if (before.role === 'admin' && authority.role !== 'admin') await mustNotBeLastAdmin(tx, id);
  tx.audit({
    action: 'changeAuthority',
    subjectType: 'account',
    subjectId: id,
    before: {
      role: before.role,
      ownId: before.own_id,
      outletId: before.outlet_id,
      territoryIds: before.territory_ids,
    },
    after: { ...authority },
  });
  return save(changing, authorityColumns(authority));
}

/** A new password; sessions opened with the old one and a lock-out end. */
export async function resetPassword(
  changing: Changing,
  needs: Pick<IdentityNeeds, 'keyedHash'>,
  password: string,
): Promise<AccountView> {
  const passwordHash = await hashPassword(password);
  const { user_name } = await lockAccount(changing.tx, changing.id);
  await forgiveTries(changing.tx, lockOutKey(needs, user_name));
  return save(changing, { password_hash: passwordHash });
}

/** The account of a user name. */
export async function findAccountId(tx: Tx, userName: string): Promise<Id | undefined> {
  const row = await tx
    .tables<DB>()
    .selectFrom('identity.account')
    .select('id')
    .where('user_name', '=', comparableUserName(userName))
    .executeTakeFirst();
  return row?.id;
}

/** Signs in no more. 409 for the last admin. */
export async function deactivateAccount(changing: Changing): Promise<AccountView> {
  const { role, active } = await lockAccount(changing.tx, changing.id);
  if (role === 'admin' && active) await mustNotBeLastAdmin(changing.tx, changing.id);
  return save(changing, { active: false });
}

function authorityColumns({ role, ownId, outletId, territoryIds }: Authority) {
  return { role, own_id: ownId, outlet_id: outletId, territory_ids: [...territoryIds] };
}

async function lockAccount(tx: Tx, id: Id) {
  const row = await tx
    .tables<DB>()
    .selectFrom('identity.account')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('account', id);
  return row;
}

async function mustNotBeLastAdmin(tx: Tx, id: Id): Promise<void> {
  // all admins locked in one order: two who deactivate each other at the same time take turns
  const admins = await tx
    .tables<DB>()
    .selectFrom('identity.account')
    .select('id')
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (admins.some((admin) => admin.id !== id)) return;
  throw refusal(409, LAST_ADMIN);
}

type AccountChange = Partial<ReturnType<typeof authorityColumns>> & {
  password_hash?: string;
  active?: boolean;
};

async function save({ tx, authenticator, id }: Changing, change: AccountChange): Promise<AccountView> {
  const [row] = await Promise.all([
    tx
      .tables<DB>()
      .updateTable('identity.account')
      .set(change)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow(),
    endSessions(tx, authenticator, { userId: id }),
  ]);
  return presentAccount(row);
}
