import { COMPLAINT_OPENED } from '@firstfix/contract/verdict/events';
import type { Severity } from '@firstfix/contract/verdict/schemas';
import { type Id, maskPhones, newId, toRfc3339 } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { mustSeeOrder } from '@firstfix/orders';
import type { Caller, Tx } from '@firstfix/platform';
import type { Complaint } from '../complaint.ts';
import { complaintFacts } from '../facts.ts';
import type { VerdictNeeds } from '../needs.ts';
import { insertComplaint } from '../store/complaint-store.ts';
import { topicsOf } from '../topics.ts';
import { startComplaintClocks } from './verdict-clocks.ts';

/** The order's lock keeps it from being closed at the same moment. */
export async function openComplaint(
  tx: Tx,
  { orders }: VerdictNeeds,
  caller: Caller,
  workOrderId: Id,
  given: { severity: Severity; words: string },
): Promise<Complaint> {
  const order = await orders.lockWorkOrder(tx, workOrderId);
  mustSeeOrder(caller, order);
  const complaint = await insertComplaint(
    tx,
    {
      ...NEW_COMPLAINT,
      id: newId(),
      workOrderId,
      customerId: order.customerId,
      engineerId: order.engineerId,
      outletId: order.outletId,
      territoryId: order.territoryId,
      severity: given.severity,
      words: maskPhones(given.words),
      openedByRole: caller.role,
      openedAt: tx.now,
    },
    localDateOf(tx.now, DEFAULT_ZONE).slice(2).replaceAll('-', ''),
  );
  startComplaintClocks(tx, complaint);
  await orders.addJourneyEntry(tx, workOrderId, {
    kind: 'complaint_opened',
    facts: { complaintId: complaint.id, severity: complaint.severity, at: toRfc3339(tx.now) },
  });
  tx.emit(COMPLAINT_OPENED, complaintFacts(complaint, tx.now), topicsOf(complaint));
  return complaint;
}

/** What every new complaint starts with. */
export const NEW_COMPLAINT = {
  answer: null,
  answeredAt: null,
  liable: null,
  judgement: null,
  judgedBy: null,
  judgedAt: null,
  closedByRole: null,
  closedAt: null,
  version: 1,
} as const;
