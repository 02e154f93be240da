import { NOT_PAID } from '@firstfix/contract/pay/endpoints';
import { notFound, refusal } from '@firstfix/contract/refusal';
import { type Id, toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
import type { Caller, PolicyStore } from '@firstfix/platform';
import type { PayNeeds } from '../needs.ts';
import { containedTax } from '../payment.ts';
import { mustSeePayment } from '../policy.ts';
import { getPayment, type PayDb } from '../store/payment-store.ts';
import { TAXES } from '../wage-policy.ts';

/** What the customer keeps: what was paid for what, with the tax contained. 409 before it is paid. */
export async function getReceipt(db: PayDb, needs: PayNeeds, policies: PolicyStore, caller: Caller, id: Id) {
  const payment = await getPayment(db, id);
  mustSeePayment(caller, payment);
  const { paidAt, receiptNumber } = payment;
  if (paidAt === null || receiptNumber === null) {
    throw refusal(409, `${NOT_PAID}/receipt`, { state: payment.state });
  }
  const [order, taxes] = await Promise.all([
    needs.orders.findWorkOrder(payment.workOrderId),
    policies.current(TAXES, paidAt),
  ]);
  if (!order) throw notFound('work_order', payment.workOrderId);
  return {
    receiptNumber,
    paymentId: payment.id,
    workOrderNumber: order.number,
    lines: [...payment.quoteLines],
    amountFen: payment.amountFen,
    taxFen: containedTax(payment.amountFen, taxes.document.serviceVatBasisPoints),
    method: payment.method,
    provider: payment.provider,
    paidAt: toRfc3339(paidAt),
    refundedAt: toRfc3339OrNull(payment.refundedAt),
  };
}
