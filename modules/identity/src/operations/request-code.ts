import { randomInt } from 'node:crypto';
import type { Actor, Runtime, Tx } from '@firstfix/platform';
import type { IdentityNeeds, PhoneRole } from '../needs.ts';
import { wallIn } from '../store/wall-time.ts';
import type { DB } from '../tables.ts';
import { limitRate } from './limit-rate.ts';

export const CODE_SECONDS = 300;

interface Asked {
  readonly phone: string;
  readonly role: PhoneRole;
  readonly remoteAddress: string;
}

/**
 * A new code for the phone; an earlier one holds no more. Whoever has no customer's phone may become one by it.
 * For a phone no engineer has, all is done but the sending, so that answers, limits and tries tell nothing.
 * 429 past the limits.
 */
export async function requestCode(
  runtime: Runtime,
  needs: IdentityNeeds,
  actor: Actor,
  asked: Asked,
): Promise<void> {
  const { phone, role } = asked;
  // before the transaction: inside it would wait for a second connection
  const person = await needs.findPersonByPhone(phone, role);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await runtime.transactor.transact(actor, async (tx) => {
    await limitRequests(tx, needs, asked);
    await storeCode(tx, needs, asked, code);
    if (person || role === 'customer') await needs.sendCode(tx, phone, code);
    tx.audit({ action: 'requestCode', subjectType: role, subjectId: person?.ownId ?? null });
  });
}

async function limitRequests(tx: Tx, { keyedHash }: IdentityNeeds, asked: Asked): Promise<void> {
  const phone = keyedHash('identity.phone', asked.phone).toString('hex');
  const address = keyedHash('identity.address', asked.remoteAddress).toString('hex');
  await Promise.all([
    limitRate(tx, { key: `code:phone:${asked.role}:${phone}`, hits: 1, seconds: 60 }),
    limitRate(tx, { key: `code:address:${address}`, hits: 10, seconds: 3600 }),
  ]);
}

async function storeCode(tx: Tx, needs: IdentityNeeds, { phone, role }: Asked, code: string): Promise<void> {
  const fresh = {
    code_hash: codeHash(needs, phone, role, code),
    sent_at: wallIn(0),
    expires_at: wallIn(CODE_SECONDS),
    wrong_tries: 0,
    used_at: null,
  };
  await tx
    .tables<DB>()
    .insertInto('identity.sign_in_code')
    .values({ phone_hash: needs.keyedHash('identity.phone', phone), role, ...fresh })
    .onConflict((conflict) => conflict.columns(['phone_hash', 'role']).doUpdateSet(fresh))
    .execute();
}

/** Six digits are few: their hash is keyed and bound to the phone. */
export function codeHash({ keyedHash }: IdentityNeeds, phone: string, role: PhoneRole, code: string): Buffer {
  return keyedHash('identity.code', `${role}:${phone}:${code}`);
}
