import { timingSafeEqual } from 'node:crypto';
import { WRONG_CODE } from '@firstfix/contract/identity/endpoints';
import { DomainError } from '@firstfix/kernel';
import type { Actor, Runtime, Tx } from '@firstfix/platform';
import type { IdentityNeeds, PhoneRole } from '../needs.ts';
import { wallIn, wallNow } from '../store/wall-time.ts';
import type { DB } from '../tables.ts';
import { openSession } from './open-session.ts';
import { codeHash } from './request-code.ts';
import type { Opened } from './sign-in.ts';

const TRIES = 5;

interface Given {
  readonly phone: string;
  readonly role: PhoneRole;
  readonly code: string;
}

/** The code opens one session, once. 401 for a wrong one, one too old, or tried five times. */
export async function signInWithCode(
  runtime: Runtime,
  needs: IdentityNeeds,
  actor: Actor,
  given: Given,
): Promise<Opened> {
  const { phone, role } = given;
  const person = await needs.findPersonByPhone(phone, role);
  const opened = await runtime.transactor.transact(actor, async (tx) => {
    const right = await useCode(tx, needs, given);
    if (!right || !person) {
      tx.audit({ action: 'signInRefused', subjectType: role, subjectId: person?.ownId ?? null });
      return undefined;
    }
    tx.audit({ action: 'signIn', subjectType: role, subjectId: person.ownId });
    const who = { ...person, role, onlyWorkOrderId: null };
    return { token: await openSession(tx, who), who };
  });
  // thrown after the commit: the wrong try stays counted
  if (!opened)
    throw new DomainError(401, WRONG_CODE, 'The code is wrong or holds no more: ask for a new one.');
  return opened;
}

/** Counts the try and says whether it was right; a right code is used up. */
async function useCode(tx: Tx, needs: IdentityNeeds, { phone, role, code }: Given): Promise<boolean> {
  const db = tx.tables<DB>();
  const phoneHash = needs.keyedHash('identity.phone', phone);
  const row = await db
    .updateTable('identity.sign_in_code')
    .set(({ eb }) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
    .where('phone_hash', '=', phoneHash)
    .where('role', '=', role)
    .where('used_at', 'is', null)
    .where('wrong_tries', '<', TRIES)
    .where('expires_at', '>', wallNow)
    .returning('code_hash')
    .executeTakeFirst();
  if (!row || !timingSafeEqual(row.code_hash, codeHash(needs, phone, role, code))) return false;
  await db
    .updateTable('identity.sign_in_code')
    .set({ used_at: wallIn(0) })
    .where('phone_hash', '=', phoneHash)
    .where('role', '=', role)
    .execute();
  return true;
}
