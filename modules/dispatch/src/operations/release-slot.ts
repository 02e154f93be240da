import type { Id, Instant } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { add, holdsOf, lockWindow, moveHold, type SlotHoldRow, saveLoads } from '../store.ts';

/** Gives a hold's or booking's time back to its window; once. */
export async function giveBack(tx: Tx, hold: SlotHoldRow, wallNow: Instant): Promise<boolean> {
  const window = { start: hold.start_at, end: hold.end_at };
  const loads = await lockWindow(tx, hold.territory_id, window, wallNow);
  if (!(await moveHold(tx, hold.id, ['held', 'booked'], 'released'))) {
    saveLoads(tx, hold.territory_id, window.start, loads);
    return false;
  }
  saveLoads(tx, hold.territory_id, window.start, add(loads, hold.pool, -hold.work_seconds));
  return true;
}

/** An order that is over, or promised elsewhere, takes no capacity but that of its window. */
export async function giveBackAllBut(
  tx: Tx,
  workOrderId: Id,
  windowStart: Instant | null,
  wallNow: Instant,
): Promise<void> {
  for (const hold of await holdsOf(tx, workOrderId)) {
    if (hold.start_at !== windowStart) await giveBack(tx, hold, wallNow);
  }
}
