import { timingSafeEqual } from 'node:crypto';
import { NOT_REGISTERED, WRONG_CODE } from '@firstfix/contract/identity/endpoints';
import { refusal } from '@firstfix/contract/refusal';
import type { DomainError } from '@firstfix/kernel';
import type { Actor, Runtime, Tx } from '@firstfix/platform';
import type { IdentityNeeds, Newcomer, Person, PhoneRole } from '../needs.ts';
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
  /** Who a customer is whose phone nobody has yet. */
  readonly newcomer?: Omit<Newcomer, 'phone'>;
}

/**
 * The code opens one session, once. 401 for a wrong one, one too old, or tried five times; 409 for the right one
 * of a customer not registered yet, which stays good for coming again with name and address.
 */
export async function signInWithCode(
  runtime: Runtime,
  needs: IdentityNeeds,
  actor: Actor,
  given: Given,
): Promise<Opened> {
  const { phone, role } = given;
  const known = await needs.findPersonByPhone(phone, role);
  const opened = await runtime.transactor.transact(actor, async (tx) => {
    const right = await tryCode(tx, needs, given);
    const refused = right ? (known ?? given.newcomer) === undefined && refusalOf(role) : WRONG;
    if (refused) {
      tx.audit({ action: 'signInRefused', subjectType: role, subjectId: known?.ownId ?? null });
      return { refused };
    }
    const [person] = await Promise.all([known ?? register(tx, needs, given), useUp(tx, needs, given)]);
    tx.audit({ action: 'signIn', subjectType: role, subjectId: person.ownId });
    const who = { ...person, role, onlyWorkOrderId: null };
    return { token: await openSession(tx, who), who };
  });
  // thrown after the commit: the wrong try stays counted
  if ('refused' in opened) throw opened.refused;
  return opened;
}

const WRONG = refusal(401, WRONG_CODE);

function refusalOf(role: PhoneRole): DomainError {
  if (role === 'engineer') return WRONG;
  return refusal(409, NOT_REGISTERED);
}

/** 401 for an engineer: only customers become one by signing in. */
function register(tx: Tx, needs: IdentityNeeds, { phone, role, newcomer }: Given): Promise<Person> {
  if (role === 'engineer' || newcomer === undefined) throw WRONG;
  return needs.registerCustomer(tx, { ...newcomer, phone });
}

/** Counts the try and says whether it was right. */
async function tryCode(tx: Tx, needs: IdentityNeeds, { phone, role, code }: Given): Promise<boolean> {
  const row = await tx
    .tables<DB>()
    .updateTable('identity.sign_in_code')
    .set(({ eb }) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
    .where('phone_hash', '=', needs.keyedHash('identity.phone', phone))
    .where('role', '=', role)
    .where('used_at', 'is', null)
    .where('wrong_tries', '<', TRIES)
    .where('expires_at', '>', wallNow)
    .returning('code_hash')
    .executeTakeFirst();
  return row !== undefined && timingSafeEqual(row.code_hash, codeHash(needs, phone, role, code));
}

async function useUp(tx: Tx, needs: IdentityNeeds, { phone, role }: Given): Promise<void> {
  await tx
    .tables<DB>()
    .updateTable('identity.sign_in_code')
    .set({ used_at: wallIn(0) })
    .where('phone_hash', '=', needs.keyedHash('identity.phone', phone))
    .where('role', '=', role)
    .execute();
}
