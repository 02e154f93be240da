import type { QuoteLine } from '@firstfix/contract/fieldwork/schemas';
import {
  ALREADY_PAID,
  AMOUNT_DIFFERS,
  NOT_PAID,
  NOTHING_TO_PAY,
  PAYMENT_DECIDED,
} from '@firstfix/contract/pay/endpoints';
import type { PaymentMethod, PaymentState } from '@firstfix/contract/pay/schemas';
import { fieldError, invalidField, refusal } from '@firstfix/contract/refusal';
import { fen, type Id, type Instant, type Money } from '@firstfix/kernel';

/** A customer's payment for one order. */
export interface Payment {
  readonly id: Id;
  readonly workOrderId: Id;
  readonly customerId: Id;
  readonly engineerId: Id | null;
  readonly outletId: Id | null;
  readonly territoryId: Id;
  readonly amountFen: Money;
  readonly quoteLines: readonly QuoteLine[];
  readonly method: PaymentMethod;
  readonly provider: string;
  readonly state: PaymentState;
  readonly receiptNumber: string | null;
  readonly createdAt: Instant;
  readonly paidAt: Instant | null;
  readonly refundedAt: Instant | null;
  readonly version: number;
}

/** The amount is the approved quote's, to the fen; nothing is charged that was not agreed. */
export function mustBeTheQuote(approvedQuoteFen: number, amountFen: number): void {
  if (approvedQuoteFen === 0) {
    throw refusal(409, NOTHING_TO_PAY);
  }
  if (approvedQuoteFen === amountFen) return;
  const agreed = { agreedFen: approvedQuoteFen };
  throw refusal(
    422,
    AMOUNT_DIFFERS,
    { ...agreed, amountFen },
    { errors: [fieldError('/amountFen', 'differs', agreed)] },
  );
}

/** Cash is taken by the engineer; online the customer pays. */
export function mustFitRole(method: PaymentMethod, role: string): void {
  if ((method === 'cash') === (role === 'engineer')) return;
  throw invalidField('/method', 'method');
}

/** 409 when the order's payment is made, or made in another way. */
export function mustBeTheSame(live: Payment, amountFen: number, method: PaymentMethod): void {
  if (live.state === 'created' && live.amountFen === fen(amountFen) && live.method === method) return;
  throw refusal(409, ALREADY_PAID, { state: live.state, method: live.method });
}

export function mustBeUndecided(payment: Payment): void {
  if (payment.state === 'created') return;
  throw refusal(409, PAYMENT_DECIDED, { state: payment.state });
}

export function mustBePaid(payment: Payment): void {
  if (payment.state === 'paid') return;
  throw refusal(409, NOT_PAID, { state: payment.state });
}

/** The tax contained in an amount, rounded half up. */
export function containedTax(amount: Money, vatBasisPoints: number): Money {
  const divisor = BigInt(10_000 + vatBasisPoints);
  return fen(Number((BigInt(amount) * BigInt(vatBasisPoints) * 2n + divisor) / (divisor * 2n)));
}
