import { WRONG_STATE } from '@firstfix/contract/fieldwork/endpoints';
import type { DoorCodeView } from '@firstfix/contract/fieldwork/schemas';
import { refusal } from '@firstfix/contract/refusal';
import type { Id, Instant } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { secondsLeft, stepOf } from '../door-code.ts';
import { doorCodesOf } from '../door-code-store.ts';
import type { Field } from '../operations/run-command.ts';
import { mustBeIn } from '../sheet.ts';
import { type FieldworkDb, findDoorSecret } from '../store.ts';

/** The caller's own code of this minute. The customer also sees what the engineer at the door must say. */
export async function getDoorCode(
  { orders, policyAt, wallNow }: Field,
  db: FieldworkDb,
  { caller, visitId, now }: { caller: Caller; visitId: Id; now: Instant },
): Promise<DoorCodeView> {
  const [visit, doorSecret, policy] = await Promise.all([
    orders.getVisit(caller, visitId),
    findDoorSecret(db, visitId),
    policyAt(now),
  ]);
  mustBeIn(visit.state, 'en_route', 'on_site');
  if (!doorSecret) throw refusal(409, `${WRONG_STATE}/no_door_code`);
  const codes = doorCodesOf(doorSecret);
  const wall = wallNow();
  const step = stepOf(wall, policy.doorCodeStepSeconds);
  const side = caller.role === 'engineer' ? 'engineer' : 'customer';
  return {
    code: codes(side, step),
    expected: side === 'customer' ? codes('engineer', step) : null,
    validSeconds: secondsLeft(wall, policy.doorCodeStepSeconds),
  };
}
