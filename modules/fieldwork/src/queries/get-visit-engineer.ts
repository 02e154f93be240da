import type { Approach } from '@firstfix/contract/fieldwork/positions';
import type { VisitEngineerView } from '@firstfix/contract/fieldwork/schemas';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, type Instant, toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
import type { Network } from '@firstfix/network';
import type { Visit } from '@firstfix/orders';
import type { Caller } from '@firstfix/platform';
import { arrivalEstimate, isFresh } from '../approach.ts';
import type { Field } from '../operations/run-command.ts';
import { findNewest } from '../position-store.ts';
import type { FieldworkDb } from '../store.ts';

interface Asked {
  readonly caller: Caller;
  readonly visitId: Id;
  readonly now: Instant;
}

/** Who comes to the customer's door; while on the way, where from and when that means arriving. */
export async function getVisitEngineer(
  { orders }: Field,
  network: Pick<Network, 'findEngineer' | 'findOutlet'>,
  db: FieldworkDb,
  { caller, visitId, now }: Asked,
): Promise<VisitEngineerView> {
  const visit = await orders.getVisit(caller, visitId);
  const [engineer, outlet, approach] = await Promise.all([
    network.findEngineer(visit.engineerId),
    network.findOutlet(visit.outletId),
    visit.state === 'en_route' ? findApproach(db, visit, now) : null,
  ]);
  if (!engineer) throw notFound('engineer_of_visit', visitId);
  const { name, grade, stars, licenceNumber, licenceExpiresOn } = engineer;
  const person = { name, grade, stars, licenceNumber, licenceExpiresOn };
  return { ...person, outlet: outlet?.name ?? null, approach };
}

/** By the newest position while it is fresh, else by the plan. */
async function findApproach(db: FieldworkDb, visit: Visit, now: Instant): Promise<Approach> {
  const newest = await findNewest(db, visit);
  const { point: place } = visit.place;
  const told = { position: newest?.point ?? null, toldAt: toRfc3339OrNull(newest?.at ?? null), place };
  if (!newest || !isFresh(newest.at, now)) {
    return { ...told, basis: 'plan', arrivesAt: toRfc3339(visit.planned.start) };
  }
  const arrivesAt = toRfc3339(arrivalEstimate(newest.point, newest.at, place, now));
  return { ...told, basis: 'position', arrivesAt };
}
