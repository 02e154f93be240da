import { fen, type Id, type Money, negate } from '@firstfix/kernel';
import type { Earning } from './earning.ts';
import type { NewTransaction, Reversal } from './ledger-transaction.ts';
import type { Payment } from './payment.ts';

/** Every reason for a posting, in one place; docs/design/ledger.md explains them. */

/** A verdict earned engineer and outlet; sums of zero are not posted. */
export function earningTransactions(earning: Earning): NewTransaction[] {
  const { workOrderId, revision, engineerId, outletId, territoryId } = earning;
  const cost = { kind: 'cost_centre', ownerId: territoryId } as const;
  const wage = {
    cause: wageCause(workOrderId, revision),
    kind: 'wage',
    workOrderId,
    lines: [
      { account: cost, amountFen: earning.wageFen },
      { account: { kind: 'engineer', ownerId: engineerId } as const, amountFen: negate(earning.wageFen) },
    ],
  };
  const fee = {
    cause: feeCause(workOrderId, revision),
    kind: 'outlet_fee',
    workOrderId,
    lines: [
      { account: cost, amountFen: earning.outletFeeFen },
      { account: { kind: 'outlet', ownerId: outletId } as const, amountFen: negate(earning.outletFeeFen) },
    ],
  };
  return [wage, fee].filter(({ lines }) => lines.every(({ amountFen }) => amountFen !== 0));
}

/** A later verdict takes back what the one before earned. */
export function earningReversals(workOrderId: Id, revision: number): Reversal[] {
  return [wageCause(workOrderId, revision), feeCause(workOrderId, revision)].map((of) => ({
    cause: `reversal:${of}`,
    of,
  }));
}

/** The customer paid: the money lies with the provider or in the engineer's hand, tax apart. */
export function paymentTransaction(payment: Payment, taxFen: Money): NewTransaction {
  const { id, workOrderId, amountFen, territoryId } = payment;
  const holder =
    payment.method === 'cash'
      ? ({ kind: 'cash_in_hand', ownerId: payment.engineerId } as const)
      : ({ kind: 'customer_payments', ownerId: null } as const);
  const lines = [
    { account: holder, amountFen },
    { account: { kind: 'revenue', ownerId: territoryId } as const, amountFen: fen(taxFen - amountFen) },
    { account: { kind: 'taxes', ownerId: null } as const, amountFen: negate(taxFen) },
  ];
  return {
    cause: paymentCause(id),
    kind: 'payment',
    workOrderId,
    lines: lines.filter((line) => line.amountFen !== 0),
  };
}

export function refundReversal(paymentId: Id): Reversal {
  return { cause: `refund:${paymentId}`, of: paymentCause(paymentId) };
}

function wageCause(workOrderId: Id, revision: number): string {
  return `wage:${workOrderId}:${revision}`;
}

function feeCause(workOrderId: Id, revision: number): string {
  return `outlet_fee:${workOrderId}:${revision}`;
}

function paymentCause(paymentId: Id): string {
  return `payment:${paymentId}`;
}
