import { fieldError, invalidField, refusal } from '@firstfix/contract/refusal';
import { COMPLETION_CODE_LOCKED, WRONG_COMPLETION_CODE } from '@firstfix/contract/verdict/endpoints';
import type { DomainError, Id } from '@firstfix/kernel';
import { mustSeeOrder, type WorkOrder } from '@firstfix/orders';
import type { Caller, Tx } from '@firstfix/platform';
import { hashCode, isSameHash, LOCK_MINUTES } from '../adapters/completion-code.ts';
import type { VerdictNeeds } from '../needs.ts';
import { countWrongTry, lockCode, markCodeUsed } from '../store/code-store.ts';
import { findStanding } from '../store/standing-store.ts';
import type { DB } from '../tables.ts';
import { closeWhenSettled } from './close-when-settled.ts';

export interface Proof {
  readonly completionCode?: string;
  readonly signatureHash?: string;
}

type Outcome = { readonly order: WorkOrder } | { readonly refusal: DomainError };

/**
 * The customer says the work is done. A wrong code comes back as a refusal instead of being thrown, because
 * the try must be counted: the transaction commits either way.
 */
export async function confirmWorkOrder(
  tx: Tx,
  needs: VerdictNeeds,
  caller: Caller,
  id: Id,
  proof: Proof,
): Promise<Outcome> {
  const [order, standing] = await Promise.all([
    needs.orders.lockWorkOrder(tx, id),
    findStanding(tx.tables<DB>(), id),
  ]);
  mustSeeOrder(caller, order);
  mustProve(caller, proof);
  if (order.state === 'confirmed' || order.state === 'closed') return { order };
  const refusal =
    proof.completionCode === undefined ? undefined : await check(tx, needs, id, proof.completionCode);
  if (refusal) return { refusal };
  if (proof.signatureHash !== undefined) tx.linkMedia(proof.signatureHash, 'work-order', id);
  const confirmed = await needs.orders.confirmWorkOrder(tx, id, means(proof));
  if (proof.completionCode !== undefined) tx.later(markCodeUsed(tx, id));
  tx.audit({
    action: 'confirmWorkOrder',
    subjectType: 'work-order',
    subjectId: id,
    after: { by: means(proof) },
  });
  await closeWhenSettled(tx, needs, confirmed, standing);
  return { order: confirmed };
}

/** An engineer cannot confirm for the customer. */
function mustProve(caller: Caller, proof: Proof): void {
  if (caller.role === 'customer') return;
  if (proof.completionCode !== undefined || proof.signatureHash !== undefined) return;
  throw invalidField('/completionCode', 'required/completion_code');
}

function means({ completionCode, signatureHash }: Proof): string {
  if (completionCode !== undefined) return 'completion_code';
  return signatureHash === undefined ? 'customer' : 'signature';
}

async function check(
  tx: Tx,
  { keyedHash }: VerdictNeeds,
  id: Id,
  code: string,
): Promise<DomainError | undefined> {
  const stored = await lockCode(tx, id);
  if (stored?.locked) {
    return refusal(422, COMPLETION_CODE_LOCKED, { minutes: LOCK_MINUTES }, AT_THE_CODE);
  }
  if (stored && isSameHash(stored.hash, hashCode(keyedHash, id, code))) return undefined;
  if (stored) await countWrongTry(tx, id);
  return refusal(422, WRONG_COMPLETION_CODE, {}, AT_THE_CODE);
}

const AT_THE_CODE = { errors: [fieldError('/completionCode', 'wrong')] };
