import * as field from '@firstfix/contract/fieldwork/endpoints';
import { createPayment, simulatePayment } from '@firstfix/contract/pay/endpoints';
import { type Id, newId, toRfc3339 } from '@firstfix/kernel';
import type { TestApp } from '@firstfix/testkit';
import { accepted, type PlannedVisit } from './world-orders.ts';
import type { People } from './world-people.ts';

export interface QuotedVisit extends PlannedVisit {
  readonly paymentId: Id;
}

/** A visit as the engineer's phone leads it: at the door, quoted, approved and paid by the customer. */
export async function quoted(app: TestApp, people: People): Promise<QuotedVisit> {
  const visit = await accepted(app, people);
  const engineer = await app.signIn({
    role: 'engineer',
    ownId: people.engineerId,
    outletId: people.outletId,
  });
  const customer = await app.signIn({ role: 'customer', ownId: people.customerId });
  const params = { id: visit.visitId };
  const command = () => ({ commandId: newId(), occurredAt: toRfc3339(app.now()) });
  await engineer.call(field.departVisit, { params, body: command() });
  const position = { point: people.place.point, accuracyMetres: 12 };
  const positions = [{ at: toRfc3339(app.now()), ...position }];
  await engineer.call(field.sendPositions, { params, body: { positions } });
  const { code: doorCode } = await customer.call(field.getDoorCode, { params });
  await engineer.call(field.arriveVisit, { params, body: { ...command(), position, doorCode } });
  const items = [{ code: 'labour.repair.fridge.minor', quantity: 1 }];
  const quote = await engineer.call(field.giveQuote, { params, body: { ...command(), items } });
  await customer.call(field.approveQuote, { params, body: { ...command(), quoteVersion: 1 } });
  const payment = await customer.call(createPayment, {
    params: { id: visit.workOrderId },
    body: { amountFen: quote.totalFen, method: 'online' },
  });
  await customer.call(simulatePayment, { params: { id: payment.id }, body: { outcome: 'paid' } });
  return { ...visit, paymentId: payment.id };
}
