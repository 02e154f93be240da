import { claimOffer, listOffers } from '@firstfix/contract/dispatch/endpoints';
import { arriveVisit, departVisit, getDoorCode } from '@firstfix/contract/fieldwork/endpoints';
import { acceptVisit, getWorkOrder, listVisits } from '@firstfix/contract/orders/endpoints';
import type { VisitView, WorkOrderView } from '@firstfix/contract/orders/schemas';
import { MINUTE, type Point, parseInstant, SECOND } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Engineer } from '../cast.ts';
import { commandFields, type Phone } from '../life/phone.ts';
import { stageOf } from '../stage.ts';
import { judgeVisit } from './customer-life.ts';
import { drive } from './drive.ts';
import { workOnSite } from './on-site.ts';
import { mustBeOurs } from './played.ts';
import type { Town } from './town.ts';

const UNDER_WAY = ['en_route', 'on_site', 'in_service'];
const AHEAD = ['planned', 'accepted'];
const LOOKS_EVERY = 12 * MINUTE;
const SPARE = 5 * MINUTE;
const RUNS_LATE = 0.08;
const CLAIMS = 0.5;

/** An engineer's days: looks at the phone, drives along the streets to whoever is next, works, drives on. */
export async function liveAsEngineer(town: Town, engineer: Engineer): Promise<never> {
  let place: Point = engineer.home;
  // nobody looks at the phone in the same second as all others
  await town.stage.clock.pass(LOOKS_EVERY * town.stage.random.next());
  return town.every(LOOKS_EVERY, 'engineer looked', async () => {
    await mustBeOurs(engineer.connection);
    for (let visit = await nextVisit(town, engineer); visit; visit = await nextVisit(town, engineer)) {
      const next = visit;
      const served = await town.attempt('visit', () => serve(town, engineer, next, place));
      place = next.place.point;
      if (!served) return;
    }
    await claimSomething(town, engineer);
  });
}

/** Whatever is under way, else the next one of today. */
async function nextVisit({ stage }: Town, engineer: Engineer): Promise<VisitView | undefined> {
  const day = localDateOf(stage.clock.now(), DEFAULT_ZONE);
  const { items } = await engineer.connection.call(listVisits, { query: { day } });
  const inOrder = items.toSorted((a, b) => parseInstant(a.plannedStartAt) - parseInstant(b.plannedStartAt));
  const next =
    inOrder.find(({ state }) => UNDER_WAY.includes(state)) ??
    inOrder.find(({ state }) => AHEAD.includes(state));
  // nobody sits in the van for hours: until then another look may show something nearer
  if (
    next &&
    AHEAD.includes(next.state) &&
    parseInstant(next.plannedStartAt) > stage.clock.now() + 90 * MINUTE
  ) {
    return undefined;
  }
  return next;
}

async function serve(town: Town, engineer: Engineer, visit: VisitView, from: Point): Promise<void> {
  const [workOrderId = ''] = visit.workOrderIds;
  const order = await engineer.connection.call(getWorkOrder, { params: { id: workOrderId } });
  const stage = stageOf(town.stage, visit.id);
  const phone: Phone = { stage, engineer, visitId: visit.id, workOrderId, place: visit.place.point };
  if (AHEAD.includes(visit.state)) await setOut(town, phone, visit, from);
  if (AHEAD.includes(visit.state) || visit.state === 'en_route') await arrive(town, phone, order);
  const customer = town.findCustomer(order.customerId);
  const done = await workOnSite(town, phone, order, customer);
  if (customer) town.begin('verdict', () => judgeVisit(town, phone, order, customer, done));
}

/** Sets out in time for the plan by the fastest way; some run late all the same. */
async function setOut(town: Town, phone: Phone, visit: VisitView, from: Point): Promise<void> {
  const { clock, random } = phone.stage;
  const params = { id: visit.id };
  if (visit.state === 'planned') await phone.engineer.connection.call(acceptVisit, { params });
  const route = town.router.route(from, phone.place);
  const driving = (route.seconds.at(-1) ?? 0) * SECOND;
  const late = random.chance(RUNS_LATE) ? random.between(15, 60) * MINUTE : 0;
  await clock.reach(parseInstant(visit.plannedStartAt) - driving - SPARE + late);
  await mustBeOurs(phone.engineer.connection);
  const fields = commandFields({ stage: phone.stage, place: from });
  await phone.engineer.connection.call(departVisit, { params, body: fields });
  town.events.add('set out');
  await drive(town, phone, route, driving * (0.85 + 0.5 * random.next()));
}

async function arrive(town: Town, phone: Phone, { customerId }: WorkOrderView): Promise<void> {
  await mustBeOurs(phone.engineer.connection);
  const params = { id: phone.visitId };
  const customer = town.findCustomer(customerId);
  const shown = customer && (await customer.connection.call(getDoorCode, { params }));
  const code = shown ? { doorCode: shown.code } : { doorCodeOffline: true };
  await phone.engineer.connection.call(arriveVisit, { params, body: { ...commandFields(phone), ...code } });
  town.events.add('arrived');
}

/** With nothing to do, a look at what is up for claim. */
async function claimSomething(town: Town, engineer: Engineer): Promise<void> {
  const { items } = await engineer.connection.call(listOffers);
  const [offer] = items;
  if (!offer || !town.stage.random.chance(CLAIMS)) return;
  await town.attempt('claimed', () => engineer.connection.call(claimOffer, { params: { id: offer.id } }));
}
