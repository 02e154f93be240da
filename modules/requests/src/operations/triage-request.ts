import { invalidField } from '@firstfix/contract/refusal';
import type { TriageCorrection } from '@firstfix/contract/requests/schemas';
import type { Id } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { mustSeeRequest } from '../policy.ts';
import { mustAllow, type RequestItem, type ServiceRequest, triaged } from '../service-request.ts';
import { lockRequest, saveRequest } from '../store.ts';
import { assessItem, findSubject, type Situation } from './assess-item.ts';
import type { Means } from './means.ts';
import { ordersOf, tellTriaged } from './open-orders.ts';
import { stopRequestClock } from './request-clocks.ts';

interface Decision {
  readonly corrections: readonly TriageCorrection[];
  readonly ifMatch: number | undefined;
}

/** Somebody has looked: triage holds with the corrections, and the work orders open. */
export async function triageRequest(
  tx: Tx,
  caller: Caller,
  means: Means,
  id: Id,
  { corrections, ifMatch }: Decision,
): Promise<ServiceRequest> {
  const found = await lockRequest(tx, id);
  mustSeeRequest(caller, found);
  checkVersion(found.version, ifMatch);
  mustAllow(found, 'triage');
  mustNameItems(found, corrections);
  const items = await reassess(tx, means, found, corrections);
  const opened = ordersOf({ ...found, items });
  const ids = opened.map((order) => order.id);
  const [request] = await Promise.all([
    saveRequest(tx, triaged({ ...found, items }, tx.now, ids)),
    ...opened.map((order) => means.orders.openWorkOrder(tx, order)),
  ]);
  stopRequestClock(tx, request, 'triage');
  tellTriaged(tx, request, ids);
  return request;
}

function mustNameItems(request: ServiceRequest, corrections: readonly TriageCorrection[]): void {
  const unknown = corrections.findIndex(
    ({ position }) => !request.items.some((item) => item.position === position),
  );
  if (unknown >= 0) {
    throw invalidField(`/corrections/${unknown}/position`, 'unknown/item');
  }
}

/** Triage of the request's items as its words stand now, with what a person knows better. */
export async function reassess(
  tx: Tx,
  means: Means,
  request: ServiceRequest,
  corrections: readonly TriageCorrection[],
): Promise<RequestItem[]> {
  const { householdId, words, hazard, urgent } = request;
  const territory = await means.network.getTerritory(request.territoryId);
  const situation = { householdId, territory, words, hazard, urgent, vip: false, now: tx.now };
  return Promise.all(
    request.items.map((item) =>
      reassessItem(
        tx,
        means,
        situation,
        item,
        corrections.find(({ position }) => position === item.position),
      ),
    ),
  );
}

async function reassessItem(
  tx: Tx,
  means: Means,
  situation: Situation,
  item: RequestItem,
  correction: TriageCorrection | undefined,
): Promise<RequestItem> {
  const subject = await subjectOf(tx, means, situation, item, correction);
  const wanted = { workType: correction?.workType ?? item.workType, symptomCode: correction?.symptomCode };
  const assessed = await assessItem(means, means.limits, situation, wanted, subject, item.position);
  const { difficulty = assessed.triage.difficulty, priority = assessed.triage.priority } = correction ?? {};
  return { ...assessed, triage: { ...assessed.triage, difficulty, priority } };
}

/** As registered, unless the correction names another appliance or category. */
async function subjectOf(
  tx: Tx,
  means: Means,
  { householdId }: Situation,
  item: RequestItem,
  correction: TriageCorrection | undefined,
) {
  const applianceId = correction?.applianceId;
  if (applianceId) {
    const named = { workType: item.workType, applianceId };
    return findSubject(tx, means, named, householdId, item.position);
  }
  const category = correction?.category ?? item.category;
  const detached = applianceId === null || category !== item.category;
  return {
    category,
    applianceId: detached ? null : item.applianceId,
    productModelId: detached ? null : item.productModelId,
    serialNumber: item.serialNumber,
    cover: detached ? ('unknown' as const) : item.triage.cover,
  };
}
