import { OUTSIDE_GEOFENCE } from '@firstfix/contract/fieldwork/endpoints';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import { distanceMetres, type Point } from '@firstfix/kernel';

/** Where the phone said it was. */
export interface Position {
  readonly point: Point;
  readonly accuracyMetres: number;
}

export interface GeofenceCheck {
  /** Whole metres from the place to the position; null without a position. */
  readonly distanceMetres: number | null;
  readonly inside: boolean;
}

/**
 * Whether the position lies within `radiusMetres` of the place. The phone's accuracy does not widen the fence:
 * who is outside by a bad fix says so, and the gate of settlement looks at it.
 */
export function checkGeofence(
  place: Point,
  position: Position | undefined,
  radiusMetres: number,
): GeofenceCheck {
  if (position === undefined) return { distanceMetres: null, inside: false };
  const distance = distanceMetres(place, position.point);
  return { distanceMetres: Math.round(distance), inside: distance <= radiusMetres };
}

/** 422 with the distance, unless the engineer confirms with a reason to be there all the same. */
export function mustBeThere(
  check: GeofenceCheck,
  radiusMetres: number,
  confirmed: { readonly confirmedOutside?: boolean; readonly outsideReason?: string },
): void {
  if (check.inside) return;
  if (confirmed.confirmedOutside === true) {
    if (confirmed.outsideReason !== undefined) return;
    throw invalidField('/outsideReason', 'required/outside_reason');
  }
  const { distanceMetres } = check;
  const facts = { extra: { distanceMetres, radiusMetres } };
  if (distanceMetres === null) {
    throw refusal(422, `${OUTSIDE_GEOFENCE}/position_unknown`, { radiusMetres }, facts);
  }
  throw refusal(422, OUTSIDE_GEOFENCE, { distanceMetres, radiusMetres }, facts);
}
