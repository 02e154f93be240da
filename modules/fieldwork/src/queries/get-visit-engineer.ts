import type { VisitEngineerView } from '@firstfix/contract/fieldwork/schemas';
import { type Id, type Instant, notFound, toRfc3339 } from '@firstfix/kernel';
import type { Network } from '@firstfix/network';
import type { Visit } from '@firstfix/orders';
import type { Caller } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import { arrivalEstimate } from '../approach.ts';
import type { Field } from '../operations/run-command.ts';
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
  if (!engineer) throw notFound('engineer of visit', visitId);
  const { name, grade, stars, licenceNumber, licenceExpiresOn } = engineer;
  const person = { name, grade, stars, licenceNumber, licenceExpiresOn };
  return { ...person, outlet: outlet?.name ?? null, approach };
}

/** By the index of the same condition: the kind must stand in the statement as it is. */
async function findApproach(db: FieldworkDb, visit: Visit, now: Instant) {
  const row = await db
    .selectFrom('fieldwork.command')
    .select(['lat', 'lng', 'occurred_at'])
    .where('visit_id', '=', visit.id)
    .where(sql<SqlBool>`kind = 'departVisit' and lat is not null`)
    .executeTakeFirst();
  if (!row || row.lat === null || row.lng === null) return null;
  const position = { lat: row.lat, lng: row.lng };
  const { point } = visit.place;
  const arrivesAt = toRfc3339(arrivalEstimate(position, row.occurred_at, point, now));
  return { position, toldAt: toRfc3339(row.occurred_at), place: point, arrivesAt };
}
