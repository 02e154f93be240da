import { SLOT_FULL } from '@firstfix/contract/dispatch/endpoints';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import {
  type DomainError,
  type Id,
  type Instant,
  MINUTE,
  type TimeWindow,
  toRfc3339,
} from '@firstfix/kernel';
import { localDateOf } from '@firstfix/kernel/zone';
import type { WorkOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { crewFor, freeSeconds, windowsOn } from '../capacity.ts';
import { capacityPolicy } from '../capacity-policy.ts';
import { demandOf } from '../demand.ts';
import type { Needs } from '../needs.ts';
import { listSlots } from '../queries/list-slots.ts';
import { lockWindow, saveHold } from '../store.ts';
import { listEngineerDays } from './working-engineers.ts';

const DAYS_OF_ALTERNATIVES = 3;
const ALTERNATIVES = 3;

/**
 * Takes the order's work from the window's capacity for some minutes of wall time. Bookings of one window queue
 * on its row, so that it is never promised twice. 409 with the nearest alternatives when it is full.
 */
export async function holdSlot(
  needs: Needs,
  tx: Tx,
  order: WorkOrder,
  window: TimeWindow,
  wallNow: Instant,
): Promise<{ id: Id; expiresAt: Instant }> {
  const [territory, policy] = await Promise.all([
    needs.network.getTerritory(order.territoryId),
    needs.policies.current(capacityPolicy, tx.now),
  ]);
  const date = localDateOf(window.start, territory.zone);
  const offered = windowsOn(date, territory.zone, policy.document);
  if (
    !offered.some(({ start, end }) => start === window.start && end === window.end) ||
    window.end <= tx.now
  ) {
    throw invalidField('/start', 'slot');
  }
  const demand = demandOf(order, policy.document);
  const crew = crewFor(await listEngineerDays(needs, order.territoryId, date), demand);
  const loads = await lockWindow(tx, order.territoryId, window, wallNow);
  if (freeSeconds(window, crew, loads, demand, policy.document) < demand.workSeconds) {
    throw await slotFull(needs, tx, order, { from: date, zone: territory.zone, wallNow });
  }
  const expiresAt = wallNow + policy.document.holdMinutes * MINUTE;
  const hold = {
    work_order_id: order.id,
    territory_id: order.territoryId,
    start_at: window.start,
    end_at: window.end,
    pool: demand.pool,
    work_seconds: demand.workSeconds,
    expires_at: expiresAt,
  };
  return { id: saveHold(tx, hold, loads), expiresAt };
}

async function slotFull(
  needs: Needs,
  tx: Tx,
  order: WorkOrder,
  { from, zone, wallNow }: { from: string; zone: string; wallNow: Instant },
): Promise<DomainError> {
  const { items } = await listSlots(needs, order, { from, days: DAYS_OF_ALTERNATIVES, now: tx.now, wallNow });
  const alternatives = items.filter(({ fit }) => fit !== 'full').slice(0, ALTERNATIVES);
  const facts = { extra: { alternatives, askedAt: toRfc3339(tx.now) } };
  if (alternatives.length === 0) return refusal(409, `${SLOT_FULL}/none_near`, {}, facts);
  const starts = alternatives.map(({ start }) => start);
  return refusal(409, SLOT_FULL, { alternatives: starts, zone }, facts);
}
