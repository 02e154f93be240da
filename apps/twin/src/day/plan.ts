import { applyPlan, getPlan, planTerritoryDay } from '@firstfix/contract/dispatch/endpoints';
import type { Id } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Stage } from '../stage.ts';

const LOOK_MS = 250;
const PATIENCE_MS = 60_000;

/** What became of a territory's day. */
export interface Planned {
  readonly orders: number;
  /** Whom the proposal leaves out, and what kept everybody away. */
  readonly unassigned: readonly { readonly workOrderId: Id; readonly reasons: readonly string[] }[];
}

/** The dispatcher has the day planned and makes the proposal true; `undefined` when there is none. */
export async function plan({ cast }: Stage, territoryId: Id, day: LocalDate): Promise<Planned | undefined> {
  const { dispatcher } = cast;
  const asked = await dispatcher.call(planTerritoryDay, {
    params: { id: territoryId },
    body: { day, seconds: 3 },
  });
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { state } = await dispatcher.call(getPlan, { params: { id: asked.id } });
    if (state === 'proposed') break;
    if (state !== 'solving' || performance.now() > deadline) return undefined;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return dispatcher.call(applyPlan, { params: { id: asked.id } });
}
