import { confirmWorkOrder, openComplaint, rateWorkOrder } from '@firstfix/contract/verdict/endpoints';
import type { Id } from '@firstfix/kernel';
import type { TestApp } from '@firstfix/testkit';
import type { People } from './world-people.ts';

/** The customer confirms and rates the work, and complains all the same. */
export async function judge(app: TestApp, people: People, workOrderId: Id): Promise<{ complaintId: Id }> {
  const customer = await app.signIn({ role: 'customer', ownId: people.customerId });
  const params = { id: workOrderId };
  await customer.call(confirmWorkOrder, { params, body: {} });
  await customer.call(rateWorkOrder, { params, body: { stars: 2, tags: ['late'], words: '来晚了' } });
  const body = { severity: 'normal', words: '师傅迟到了两个小时' } as const;
  const complaint = await customer.call(openComplaint, { params, body });
  return { complaintId: complaint.id };
}
