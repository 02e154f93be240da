import { registerRequest } from '@firstfix/contract/requests/endpoints';
import type { Id } from '@firstfix/kernel';
import type { Need, Stage } from '../stage.ts';

/** An order as its people remember it. */
export interface Asked {
  readonly requestId: Id;
  readonly workOrderId: Id;
  readonly territoryId: Id;
  readonly skills: readonly string[];
  readonly chargeable: boolean;
}

/** The customer calls, the agent registers, triage opens the order. */
export async function ask({ cast }: Stage, need: Need): Promise<Asked> {
  const { customer, appliance, workType, words } = need;
  const request = await cast.agent.call(registerRequest, {
    body: {
      channel: 'phone',
      caller: { customerId: customer.id, householdId: customer.householdId },
      items: [{ workType, applianceId: appliance.id, category: appliance.category }],
      words,
    },
  });
  const [item] = request.items;
  if (!item || item.workOrderId === null) throw new Error(`request ${request.number} opened no order`);
  return {
    requestId: request.id,
    workOrderId: item.workOrderId,
    territoryId: request.territoryId,
    skills: item.triage.skills,
    chargeable: item.triage.cover === 'out_of_warranty',
  };
}
