import { NOT_SIMULATED } from '@firstfix/contract/pay/endpoints';
import { PAYMENT_REFUNDED } from '@firstfix/contract/pay/events';
import { refusal } from '@firstfix/contract/refusal';
import { type Id, toRfc3339 } from '@firstfix/kernel';
import { type Caller, checkVersion, type PolicyStore, type Tx } from '@firstfix/platform';
import { refundReversal } from '../causes.ts';
import type { PayNeeds } from '../needs.ts';
import { mustBePaid, mustBeUndecided, type Payment } from '../payment.ts';
import { mustSeePayment } from '../policy.ts';
import { reverse } from '../store/ledger.ts';
import { lockPayment, savePayment } from '../store/payment-store.ts';
import { bookPaid } from './create-payment.ts';

/** The simulated provider's word. 409 where a real one takes the money. */
export async function simulatePayment(
  tx: Tx,
  { provider }: PayNeeds,
  policies: PolicyStore,
  caller: Caller,
  id: Id,
  outcome: 'paid' | 'failed',
): Promise<Payment> {
  const before = await lockPayment(tx, id);
  mustSeePayment(caller, before);
  if (!provider.simulated) {
    throw refusal(409, NOT_SIMULATED);
  }
  if (before.state === outcome) return before;
  mustBeUndecided(before);
  const payment = await savePayment(tx, {
    ...before,
    state: outcome,
    paidAt: outcome === 'paid' ? tx.now : null,
  });
  if (outcome === 'paid') await bookPaid(tx, policies, payment);
  return payment;
}

/** The whole amount goes back; the ledger by the mirror image of the payment. */
export async function refundPayment(
  tx: Tx,
  { provider }: PayNeeds,
  caller: Caller,
  id: Id,
  given: { reason: string; ifMatch: number | undefined },
): Promise<Payment> {
  const before = await lockPayment(tx, id);
  mustSeePayment(caller, before);
  checkVersion(before.version, given.ifMatch);
  mustBePaid(before);
  const payment = await savePayment(tx, { ...before, state: 'refunded', refundedAt: tx.now });
  await reverse(tx, [refundReversal(id)]);
  if (payment.method === 'online') await provider.refund(tx, id);
  tx.audit({
    action: 'refundPayment',
    subjectType: 'payment',
    subjectId: id,
    after: { amountFen: payment.amountFen, reason: given.reason },
  });
  const { workOrderId, territoryId } = payment;
  tx.emit(PAYMENT_REFUNDED, { paymentId: id, workOrderId, territoryId, at: toRfc3339(tx.now) }, [
    `work-order:${workOrderId}`,
  ]);
  return payment;
}
