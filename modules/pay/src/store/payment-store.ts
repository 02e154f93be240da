import type { QuoteLine } from '@firstfix/contract/fieldwork/schemas';
import type { PaymentMethod, PaymentState } from '@firstfix/contract/pay/schemas';
import { notFound } from '@firstfix/contract/refusal';
import { fen, type Id, type Instant, toDate, toDateOrNull } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Payment } from '../payment.ts';
import type { DB, PayPayment } from '../tables.ts';

export type PayDb = Kysely<DB>;

export async function insertPayment(tx: Tx, payment: Payment): Promise<Payment> {
  const { receipt_number } = await tx
    .tables<DB>()
    .insertInto('pay.payment')
    .values({
      ...paymentColumns(payment),
      quote_lines: JSON.stringify(payment.quoteLines),
      receipt_number: payment.state === 'paid' ? nextReceiptNumber(tx.now) : null,
    })
    .returning('receipt_number')
    .executeTakeFirstOrThrow();
  return { ...payment, receiptNumber: receipt_number };
}

/** The whole row. */
export function paymentColumns(payment: Payment) {
  return {
    id: payment.id,
    work_order_id: payment.workOrderId,
    customer_id: payment.customerId,
    engineer_id: payment.engineerId,
    outlet_id: payment.outletId,
    territory_id: payment.territoryId,
    amount_fen: payment.amountFen,
    quote_lines: payment.quoteLines,
    method: payment.method,
    provider: payment.provider,
    state: payment.state,
    receipt_number: payment.receiptNumber,
    created_at: toDate(payment.createdAt),
    paid_at: toDateOrNull(payment.paidAt),
    version: payment.version,
  };
}

/** A payment that becomes paid gets its receipt's number. The answer is the payment at its new version. */
export async function savePayment(tx: Tx, payment: Payment): Promise<Payment> {
  const row = await tx
    .tables<DB>()
    .updateTable('pay.payment')
    .set({
      state: payment.state,
      receipt_number:
        payment.paidAt !== null && payment.receiptNumber === null
          ? nextReceiptNumber(tx.now)
          : payment.receiptNumber,
      paid_at: toDateOrNull(payment.paidAt),
      refunded_at: toDateOrNull(payment.refundedAt),
      version: payment.version + 1,
    })
    .where('id', '=', payment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toPayment(row);
}

export async function lockPayment(tx: Tx, id: Id): Promise<Payment> {
  const row = await tx
    .tables<DB>()
    .selectFrom('pay.payment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('payment', id);
  return toPayment(row);
}

export async function getPayment(db: PayDb, id: Id): Promise<Payment> {
  const row = await db.selectFrom('pay.payment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('payment', id);
  return toPayment(row);
}

/** Payments of an order, oldest first. */
export async function listPaymentsOf(db: PayDb, workOrderId: Id): Promise<Payment[]> {
  const rows = await db
    .selectFrom('pay.payment')
    .selectAll()
    .where('work_order_id', '=', workOrderId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toPayment);
}

function nextReceiptNumber(now: Instant) {
  const day = localDateOf(now, DEFAULT_ZONE).slice(2).replaceAll('-', '');
  return sql<string>`'R' || ${day} || lpad(nextval('pay.receipt_number_seq')::text, 6, '0')`;
}

export function toPayment(row: Selectable<PayPayment>): Payment {
  return {
    id: row.id,
    workOrderId: row.work_order_id,
    customerId: row.customer_id,
    engineerId: row.engineer_id,
    outletId: row.outlet_id,
    territoryId: row.territory_id,
    amountFen: fen(row.amount_fen),
    // written by this module from the quote
    quoteLines: row.quote_lines as QuoteLine[],
    method: row.method as PaymentMethod,
    provider: row.provider,
    state: row.state as PaymentState,
    receiptNumber: row.receipt_number,
    createdAt: row.created_at,
    paidAt: row.paid_at,
    refundedAt: row.refunded_at,
    version: row.version,
  };
}
