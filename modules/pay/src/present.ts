import type { EarningEntry, PaymentView } from '@firstfix/contract/pay/schemas';
import { type Instant, toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
import type { PaymentProvider } from './adapters/payment-provider.ts';
import type { Payment } from './payment.ts';
import type { StoredEarning } from './store/earning-store.ts';

export function presentPayment(payment: Payment, provider: PaymentProvider): PaymentView {
  const { id, workOrderId, amountFen, method, state, receiptNumber, version } = payment;
  return {
    id,
    workOrderId,
    amountFen,
    method,
    state,
    provider: payment.provider,
    checkoutUrl: state === 'created' ? provider.checkoutUrl(id) : null,
    receiptNumber,
    createdAt: toRfc3339(payment.createdAt),
    paidAt: toRfc3339OrNull(payment.paidAt),
    refundedAt: toRfc3339OrNull(payment.refundedAt),
    version,
  };
}

/** One line of an engineer's day: what a verdict earned, or what it took back when another came. */
export function presentEntry(
  earning: StoredEarning,
  kind: 'earned' | 'taken_back',
  at: Instant,
): EarningEntry {
  const { workOrderId, revision, stars, policyVersion } = earning;
  return {
    workOrderId,
    revision,
    kind,
    stars,
    policyVersion,
    at: toRfc3339(at),
    amountFen: kind === 'earned' ? earning.wageFen : 0 - earning.wageFen,
    lines: [...earning.wageLines],
    links: {
      workOrder: `/api/work-orders/${workOrderId}`,
      rating: `/api/work-orders/${workOrderId}/rating`,
      policy: '/api/policies/pay.wages',
    },
  };
}
