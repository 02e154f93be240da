import { notFound } from '@firstfix/contract/refusal';
import { isVisible } from '@firstfix/orders';
import type { Caller } from '@firstfix/platform';
import type { Payment } from './payment.ts';

/** 404 for a payment outside the caller's rows. */
export function mustSeePayment(caller: Caller, payment: Payment): void {
  if (!isVisible(caller, payment)) throw notFound('payment', payment.id);
}
