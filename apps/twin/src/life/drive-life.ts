import { assignWorkOrder } from '@firstfix/contract/dispatch/endpoints';
import type { Id } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Engineer } from '../cast.ts';
import type { Need, Stage } from '../stage.ts';
import { ask } from './ask.ts';
import { opinionOf } from './opinion.ts';
import { anyWindow, promise } from './promise.ts';
import { settle } from './settle.ts';
import { travel, work } from './visit.ts';

export type Outcome = 'closed' | 'quote_refused' | 'no_window' | 'nobody_able';

export interface Life {
  readonly outcome: Outcome;
  readonly workOrderId: Id;
}

/** One order from the call to the rating, one request after another as its people send them. */
export async function driveLife(stage: Stage, need: Need): Promise<Life> {
  const asked = await ask(stage, need);
  const { workOrderId, territoryId, skills } = asked;
  const window = await promise(stage, workOrderId, anyWindow);
  if (window === undefined) return { outcome: 'no_window', workOrderId };
  const engineer = await stage.pool.take({
    territoryId,
    skills,
    date: localDateOf(window.start, DEFAULT_ZONE),
  });
  if (engineer === undefined) return { outcome: 'nobody_able', workOrderId };
  try {
    return await serve(stage, need, engineer, asked);
  } finally {
    stage.pool.giveBack(engineer);
  }
}

async function serve(
  stage: Stage,
  need: Need,
  engineer: Engineer,
  { workOrderId, chargeable }: { workOrderId: Id; chargeable: boolean },
): Promise<Life> {
  const visit = await stage.cast.dispatcher.call(assignWorkOrder, {
    params: { id: workOrderId },
    body: { engineerId: engineer.id, confirmed: true },
  });
  const phone = { stage, engineer, visitId: visit.id, workOrderId, place: visit.place.point };
  await travel(phone, need);
  const { done, agreedFen } = await work(phone, need, chargeable, true);
  const severity = stage.random.next();
  const rating = opinionOf({ lateMinutes: 0, paidFen: agreedFen, missingSteps: 0, severity });
  await settle(need.customer, workOrderId, agreedFen, rating);
  return { outcome: done ? 'closed' : 'quote_refused', workOrderId };
}
