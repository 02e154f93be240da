import { SERVICE_RECORDED } from '@firstfix/contract/appliances/events';
import type { Delay } from '@firstfix/contract/appliances/schemas';
import { type Id, type Instant, newId, toRfc3339 } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { daysInRepair } from '../service-record.ts';
import { insertRecord, lockAppliance, saveAppliance } from '../store.ts';

export interface NewRecord {
  readonly applianceId: Id;
  readonly workOrderId: Id;
  /** A work type: `repair`, `install`. */
  readonly kind: string;
  readonly faultCode: string | null;
  readonly at: Instant;
  /** The repair did not put it right. */
  readonly failed?: boolean;
  /** When it was handed over or reported down; left out, it was done at once. */
  readonly receivedAt?: Instant;
  readonly delayedBy?: Delay | null;
  readonly engineerId?: Id | null;
}

/** Adds to the history, once per work order and kind. A first installation also dates the guarantee. 404 for no appliance. */
export async function recordService(tx: Tx, given: NewRecord): Promise<void> {
  const { applianceId, workOrderId, kind, faultCode, at } = given;
  const appliance = await lockAppliance(tx, applianceId);
  const receivedAt = Math.min(given.receivedAt ?? at, at);
  const added = await insertRecord(tx, newId(), applianceId, {
    workOrderId,
    kind,
    faultCode,
    outcome: given.failed ? 'failed' : 'done',
    receivedAt,
    at,
    daysInRepair: daysInRepair(receivedAt, at),
    delayedBy: given.delayedBy ?? null,
  });
  if (!added) return;
  if (kind === 'install' && !given.failed && appliance.installedOn === null) {
    const installedOn = localDateOf(at, DEFAULT_ZONE);
    await saveAppliance(tx, { ...appliance, installedOn, installedBy: given.engineerId ?? null });
  }
  const { householdId, customerId } = appliance;
  const refs = { applianceId, householdId, customerId, workOrderId, kind, faultCode, at: toRfc3339(at) };
  tx.emit(SERVICE_RECORDED, refs, []);
}
