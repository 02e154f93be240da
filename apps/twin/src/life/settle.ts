import { createPayment, simulatePayment } from '@firstfix/contract/pay/endpoints';
import { confirmWorkOrder, rateWorkOrder } from '@firstfix/contract/verdict/endpoints';
import type { RatingBody } from '@firstfix/contract/verdict/schemas';
import type { Id } from '@firstfix/kernel';
import type { Customer } from '../cast.ts';

/** The customer confirms on their page, pays what was agreed, and says how it was. */
export async function settle(
  { connection }: Customer,
  workOrderId: Id,
  agreedFen: number,
  rating: RatingBody | undefined,
): Promise<void> {
  const params = { id: workOrderId };
  await connection.call(confirmWorkOrder, { params, body: {} });
  if (agreedFen > 0) {
    const payment = await connection.call(createPayment, {
      params,
      body: { amountFen: agreedFen, method: 'online' },
    });
    await connection.call(simulatePayment, { params: { id: payment.id }, body: { outcome: 'paid' } });
  }
  if (rating) await connection.call(rateWorkOrder, { params, body: rating });
}
