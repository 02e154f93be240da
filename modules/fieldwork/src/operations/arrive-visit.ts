import type { BodyOf } from '@firstfix/contract';
import {
  DOOR_CODE_LOCKED,
  DOOR_CODE_NEEDED,
  type arriveVisit as endpoint,
} from '@firstfix/contract/fieldwork/endpoints';
import type { FieldPolicy } from '@firstfix/contract/fieldwork/policy';
import type { Arrival } from '@firstfix/contract/fieldwork/schemas';
import { refusal } from '@firstfix/contract/refusal';
import type { Tx } from '@firstfix/platform';
import { checkDoorCode } from '../door-code.ts';
import { doorCodesOf } from '../door-code-store.ts';
import { checkGeofence, type GeofenceCheck, mustBeThere } from '../geofence.ts';
import { readOccurred } from '../occurred.ts';
import { mustBeIn } from '../sheet.ts';
import { type Done, type Field, runCommand, type Sent, type SheetScene } from './run-command.ts';

type Body = BodyOf<typeof endpoint>;

/** At the door: near enough, or confirmed with a reason; and with the customer's code, or flagged. */
export function arriveVisit(field: Field, tx: Tx, sent: Sent<Body>) {
  return runCommand(field, tx, sent, async (scene): Promise<Done<Arrival>> => {
    const { visit, sheet } = scene;
    const policy = await field.policyAt(tx.now);
    mustBeIn(visit.state, 'en_route');
    const fence = checkGeofence(visit.place.point, sent.body.position, policy.geofenceMetres);
    mustBeThere(fence, policy.geofenceMetres, sent.body);
    const doorCode = judgeDoorCode(scene, sent.body, policy);
    if (doorCode === 'wrong') return turnedAway(scene, fence, policy);
    return {
      sheet: {
        ...sheet,
        arrivedAt: scene.occurred.at,
        distanceMetres: fence.distanceMetres,
        accuracyMetres: Math.round(sent.body.position?.accuracyMetres ?? 0),
        outsideReason: fence.inside ? null : (sent.body.outsideReason ?? null),
        doorCode,
      },
      state: 'on_site',
      result: {
        arrived: true,
        distanceMetres: fence.distanceMetres,
        doorCode,
        triesLeft: policy.doorCodeMaxWrong - sheet.wrongDoorCodes,
      },
      elsewhere: () => field.orders.arriveVisit(tx, scene.caller, visit.id),
    };
  });
}

/** A wrong code is counted and kept, so that nobody tries them all. */
function turnedAway(
  { sheet }: SheetScene,
  { distanceMetres }: GeofenceCheck,
  policy: FieldPolicy,
): Done<Arrival> {
  const wrongDoorCodes = sheet.wrongDoorCodes + 1;
  return {
    sheet: { ...sheet, wrongDoorCodes },
    result: {
      arrived: false,
      distanceMetres,
      doorCode: null,
      triesLeft: policy.doorCodeMaxWrong - wrongDoorCodes,
    },
  };
}

function judgeDoorCode(
  { field, tx, sheet, doorSecret, occurred }: SheetScene,
  body: Body,
  policy: FieldPolicy,
) {
  const offline = body.doorCodeOffline === true;
  if (body.doorCode === undefined && !offline) {
    throw refusal(422, DOOR_CODE_NEEDED);
  }
  if (!offline && sheet.wrongDoorCodes >= policy.doorCodeMaxWrong) {
    throw refusal(422, DOOR_CODE_LOCKED);
  }
  const readAt =
    body.doorCodeReadAt === undefined
      ? occurred.at
      : readOccurred('/doorCodeReadAt', body.doorCodeReadAt, Math.max(tx.now, field.wallNow())).at;
  return checkDoorCode(
    doorCodesOf(doorSecret),
    { code: body.doorCode, offline, readAt },
    field.wallNow(),
    policy,
  );
}
