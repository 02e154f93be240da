import { SLOT_FULL, SLOT_TOO_LATE } from '@firstfix/contract/dispatch/endpoints';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import {
  type DomainError,
  type Id,
  type Instant,
  MINUTE,
  type TimeWindow,
  toRfc3339,
} from '@firstfix/kernel';
import { type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import type { WorkOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { crewFor, freeSeconds, windowsOn } from '../capacity.ts';
import { capacityPolicy, slotLeadPolicy } from '../capacity-policy.ts';
import { demandOf } from '../demand.ts';
import type { Needs } from '../needs.ts';
import { listSlots } from '../queries/list-slots.ts';
import { leavesTime } from '../slot-lead.ts';
import { lockWindow, saveHold } from '../store.ts';
import { listEngineerDays } from './working-engineers.ts';

const DAYS_OF_ALTERNATIVES = 3;
const ALTERNATIVES = 3;

/**
 * Takes the order's work from the window's capacity for some minutes of wall time. Bookings of one window queue
 * on its row, so that it is never promised twice. 409 with the nearest alternatives when it is full or nobody would
 * be there in time.
 */
export async function holdSlot(
  needs: Needs,
  tx: Tx,
  order: WorkOrder,
  window: TimeWindow,
  wallNow: Instant,
): Promise<{ id: Id; expiresAt: Instant }> {
  const [territory, policy, lead] = await Promise.all([
    needs.network.getTerritory(order.territoryId),
    needs.policies.current(capacityPolicy, tx.now),
    needs.policies.current(slotLeadPolicy, tx.now),
  ]);
  const date = localDateOf(window.start, territory.zone);
  const offered = windowsOn(date, territory.zone, policy.document);
  if (!offered.some(({ start, end }) => start === window.start && end === window.end)) {
    throw invalidField('/start', 'slot');
  }
  if (!leavesTime(window, order.work, tx.now, lead.document)) {
    throw await instead(needs, tx, order, { says: TOO_LATE, from: date, zone: territory.zone, wallNow });
  }
  const demand = demandOf(order, policy.document);
  const crew = crewFor(await listEngineerDays(needs, order.territoryId, date), demand);
  const loads = await lockWindow(tx, order.territoryId, window, wallNow);
  if (freeSeconds(window, crew, loads, demand, policy.document) < demand.workSeconds) {
    throw await instead(needs, tx, order, { says: FULL, from: date, zone: territory.zone, wallNow });
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

/** The same refusal with and without another window to offer. */
const FULL = { some: SLOT_FULL, noneNear: `${SLOT_FULL}/none_near` } as const;
const TOO_LATE = { some: SLOT_TOO_LATE, noneNear: `${SLOT_TOO_LATE}/none_near` } as const;

interface Refused {
  readonly says: typeof FULL | typeof TOO_LATE;
  readonly from: LocalDate;
  readonly zone: string;
  readonly wallNow: Instant;
}

async function instead(
  needs: Needs,
  tx: Tx,
  order: WorkOrder,
  { says, from, zone, wallNow }: Refused,
): Promise<DomainError> {
  const { items } = await listSlots(needs, order, { from, days: DAYS_OF_ALTERNATIVES, now: tx.now, wallNow });
  const alternatives = items.filter(({ fit }) => fit !== 'full').slice(0, ALTERNATIVES);
  const facts = { extra: { alternatives, askedAt: toRfc3339(tx.now) } };
  if (alternatives.length === 0) return refusal(409, says.noneNear, {}, facts);
  const starts = alternatives.map(({ start }) => start);
  return refusal(409, says.some, { alternatives: starts, zone }, facts);
}
