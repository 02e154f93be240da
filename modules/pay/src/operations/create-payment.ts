import type { QuoteLine } from '@firstfix/contract/fieldwork/schemas';
import { PAYMENT_PAID } from '@firstfix/contract/pay/events';
import type { PaymentMethod } from '@firstfix/contract/pay/schemas';
import { fen, type Id, newId, toRfc3339 } from '@firstfix/kernel';
import { mustSeeOrder, type WorkOrder } from '@firstfix/orders';
import type { Caller, PolicyStore, Tx } from '@firstfix/platform';
import { paymentTransaction } from '../causes.ts';
import type { PayNeeds } from '../needs.ts';
import { containedTax, mustBeTheQuote, mustBeTheSame, mustFitRole, type Payment } from '../payment.ts';
import { post } from '../store/ledger.ts';
import { insertPayment, listPaymentsOf } from '../store/payment-store.ts';
import type { DB } from '../tables.ts';
import { TAXES } from '../wage-policy.ts';

export interface Paying {
  readonly amountFen: number;
  readonly method: PaymentMethod;
}

/** One payment per order: asking again gives the one that waits. Cash is paid as soon as it is recorded. */
export async function createPayment(
  tx: Tx,
  needs: PayNeeds,
  policies: PolicyStore,
  caller: Caller,
  workOrderId: Id,
  paying: Paying,
): Promise<Payment> {
  const [order, payments, summary] = await Promise.all([
    needs.orders.lockWorkOrder(tx, workOrderId),
    listPaymentsOf(tx.tables<DB>(), workOrderId),
    needs.summaryOf(workOrderId, tx),
  ]);
  mustSeeOrder(caller, order);
  mustFitRole(paying.method, caller.role);
  mustBeTheQuote(summary?.approvedQuoteFen ?? 0, paying.amountFen);
  const live = payments.find(({ state }) => state === 'created' || state === 'paid');
  if (live) {
    mustBeTheSame(live, paying.amountFen, paying.method);
    return live;
  }
  const payment = await insertPayment(tx, newPayment(tx, needs, order, summary?.quoteLines ?? [], paying));
  if (payment.state === 'paid') await bookPaid(tx, policies, payment);
  return payment;
}

/** The money is there: into the ledger, and everybody is told. */
export async function bookPaid(tx: Tx, policies: PolicyStore, payment: Payment): Promise<void> {
  const { document } = await policies.current(TAXES, tx.now);
  await post(tx, [
    paymentTransaction(payment, containedTax(payment.amountFen, document.serviceVatBasisPoints)),
  ]);
  const { id: paymentId, workOrderId, territoryId } = payment;
  tx.emit(PAYMENT_PAID, { paymentId, workOrderId, territoryId, at: toRfc3339(tx.now) }, [
    `work-order:${workOrderId}`,
  ]);
}

function newPayment(
  tx: Tx,
  { provider }: PayNeeds,
  order: WorkOrder,
  quoteLines: readonly QuoteLine[],
  { amountFen, method }: Paying,
): Payment {
  const paid = method === 'cash';
  return {
    id: newId(),
    workOrderId: order.id,
    customerId: order.customerId,
    engineerId: order.engineerId,
    outletId: order.outletId,
    territoryId: order.territoryId,
    amountFen: fen(amountFen),
    quoteLines,
    method,
    provider: paid ? 'cash' : provider.name,
    state: paid ? 'paid' : 'created',
    receiptNumber: null,
    createdAt: tx.now,
    paidAt: paid ? tx.now : null,
    refundedAt: null,
    version: 1,
  };
}
