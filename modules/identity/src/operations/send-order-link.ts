import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { IdentityNeeds } from '../needs.ts';
import { createOrderLink } from './open-link-session.ts';

/** Sends the order's customer a new link; its token is in the message and nowhere else. */
export async function sendOrderLink(
  tx: Tx,
  needs: Pick<IdentityNeeds, 'findWorkOrder' | 'sendLink'>,
  workOrderId: Id,
  origin: string,
): Promise<void> {
  const order = await needs.findWorkOrder(tx, workOrderId);
  if (!order) throw notFound('work_order', workOrderId);
  const { customerId, number } = order;
  const token = await createOrderLink(tx, { workOrderId, customerId });
  await needs.sendLink(tx, { workOrderId, customerId, number, url: `${origin}/o/${token}` });
  tx.audit({ action: 'sendOrderLink', subjectType: 'work-order', subjectId: workOrderId });
}
