import type { Role } from '@firstfix/contract';
import { LOCKED_OUT, WRONG_CREDENTIALS } from '@firstfix/contract/identity/endpoints';
import { refusal } from '@firstfix/contract/refusal';
import type { DomainError } from '@firstfix/kernel';
import type { Actor, Principal, Runtime } from '@firstfix/platform';
import { comparableUserName } from '../account.ts';
import type { IdentityNeeds } from '../needs.ts';
import { isPassword } from '../store/password.ts';
import type { DB } from '../tables.ts';
import { forgiveTries, takeTry } from './lock-out.ts';
import { openSession } from './open-session.ts';

/** A session just opened: the token is told once. */
export interface Opened {
  readonly token: string;
  readonly who: Omit<Principal, 'sessionId'>;
}

interface Credentials {
  readonly userName: string;
  readonly password: string;
}

/**
 * Staff sign in. The try is counted and committed before the password is looked at; a name nobody bears is
 * counted, timed and answered like any other. 401 for wrong ones, 429 while locked.
 */
export async function signIn(
  runtime: Runtime,
  needs: Pick<IdentityNeeds, 'keyedHash'>,
  actor: Actor,
  { userName, password }: Credentials,
): Promise<Opened> {
  const name = comparableUserName(userName);
  const key = lockOutKey(needs, name);
  const { transact } = runtime.transactor;
  const account = await transact(actor, async (tx) => {
    if (!(await takeTry(tx, key))) throw lockedOut();
    return tx
      .tables<DB>()
      .selectFrom('identity.account')
      .selectAll()
      .where('user_name', '=', name)
      .where('active', '=', true)
      .executeTakeFirst();
  });
  const right = await isPassword(password, account?.password_hash);
  if (!right || !account) {
    await transact(actor, async (tx) =>
      tx.audit({ action: 'signInRefused', subjectType: 'account', subjectId: account?.id ?? null }),
    );
    throw refusal(401, WRONG_CREDENTIALS);
  }
  const who = {
    userId: account.id,
    role: account.role as Role,
    ownId: account.own_id,
    outletId: account.outlet_id,
    territoryIds: account.territory_ids,
    onlyWorkOrderId: null,
  };
  const token = await transact(actor, async (tx) => {
    tx.audit({ action: 'signIn', subjectType: 'account', subjectId: account.id });
    const [opened] = await Promise.all([openSession(tx, who), forgiveTries(tx, key)]);
    return opened;
  });
  return { token, who };
}

/** A name somebody typed may be anything, a phone too: only its keyed hash is kept. */
export function lockOutKey({ keyedHash }: Pick<IdentityNeeds, 'keyedHash'>, userName: string): string {
  return `password:${keyedHash('identity.user_name', userName).toString('hex')}`;
}

function lockedOut(): DomainError {
  return refusal(429, LOCKED_OUT, { tries: 5, minutes: 15 });
}
