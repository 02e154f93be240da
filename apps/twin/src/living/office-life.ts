import {
  assignWorkOrder,
  listExceptions,
  offerWorkOrder,
  resolveException,
} from '@firstfix/contract/dispatch/endpoints';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import {
  callBack,
  listCallBacks,
  listOmissions,
  listRequests,
  triageRequest,
} from '@firstfix/contract/requests/endpoints';
import {
  answerComplaint,
  answerFollowUp,
  closeComplaint,
  judgeComplaint,
  listComplaints,
  listFollowUps,
} from '@firstfix/contract/verdict/endpoints';
import { DAY, distanceMetres, HOUR, type Id, MINUTE, type Point, parseInstant } from '@firstfix/kernel';
import { addDays, DEFAULT_ZONE, type LocalDate, localDateOf, minuteOfDay } from '@firstfix/kernel/zone';
import { plan } from '../day/plan.ts';
import { anyWindow, promise } from '../life/promise.ts';
import { urgeIfLate } from './customer-life.ts';
import { isPlayed } from './played.ts';
import type { Town } from './town.ts';

const PAGE = 200;
const ASKED_BY_HAND = 5;
const EVENING = 18 * 60;
const OPENS = 7 * 60;
const CLOSES = 21 * 60;

/** The desk: looks at what nobody has handled, calls back, asks how it was, answers complaints. */
export function liveAsAgent(town: Town): Promise<never> {
  return town.every(15 * MINUTE, 'agent looked', async () => {
    if (!isOpen(town)) return;
    await triageWaiting(town);
    await callPeopleBack(town);
    await askHowItWas(town);
    await answerComplaints(town);
  });
}

/** Plans whom nobody comes to, offers what a plan leaves out, settles what went wrong. */
export function liveAsDispatcher(town: Town): Promise<never> {
  return town.every(25 * MINUTE, 'dispatcher looked', async () => {
    if (!isOpen(town)) return;
    const { clock } = town.stage;
    const today = localDateOf(clock.now(), DEFAULT_ZONE);
    const orders = await listPromised(town);
    for (const order of orders) await urgeIfLate(town, order);
    const isEvening = minuteOfDay(clock.now(), DEFAULT_ZONE) >= EVENING;
    const reachable = unplannedOn(orders, today).filter((order) => !isMissed(town, order));
    for (const order of reachable) await assignByHand(town, order, today);
    if (isEvening) await planDay(town, orders, addDays(today, 1));
    await postponeMissed(town, orders, today);
    await settleExceptions(town);
  });
}

function isOpen({ stage }: Town): boolean {
  const minute = minuteOfDay(stage.clock.now(), DEFAULT_ZONE);
  return minute >= OPENS && minute < CLOSES;
}

async function triageWaiting(town: Town): Promise<void> {
  const { agent } = town.stage.cast;
  const waiting = await agent.call(listRequests, { query: { state: ['registered'], limit: 10 } });
  const omitted = await agent.call(listOmissions, { query: { limit: 10 } });
  const ids = new Set([
    ...waiting.items.map(({ id }) => id),
    ...omitted.items.filter(({ missing }) => missing === 'triage').map(({ requestId }) => requestId),
  ]);
  for (const id of ids) {
    await town.attempt('triaged', () => agent.call(triageRequest, { params: { id }, body: {} }));
  }
}

async function callPeopleBack(town: Town): Promise<void> {
  const { cast, random } = town.stage;
  const { items } = await cast.agent.call(listCallBacks, { query: { limit: 10 } });
  for (const { requestId } of items) {
    const body = { solved: random.chance(0.7) };
    await town.attempt('called back', () => cast.agent.call(callBack, { params: { id: requestId }, body }));
  }
}

/** Some of those who have not said anything for a day. */
async function askHowItWas(town: Town): Promise<void> {
  const { cast, clock } = town.stage;
  const { items } = await cast.agent.call(listFollowUps, { query: { state: 'open', limit: 4 } });
  for (const { workOrderId, dueAt } of items) {
    if (parseInstant(dueAt) - clock.now() > 2 * DAY) continue;
    const body = { answer: 'close' as const, ratingAsked: true, note: '客户表示使用正常' };
    await town.attempt('asked', () => cast.agent.call(answerFollowUp, { params: { id: workOrderId }, body }));
  }
}

/** The agent answers, quality judges a day later; whoever complained closes it when they have heard. */
async function answerComplaints(town: Town): Promise<void> {
  const { cast, clock } = town.stage;
  const { items } = await cast.quality.call(listComplaints, { query: { limit: 50 } });
  for (const { id, state, openedAt, customerId } of items) {
    const params = { id };
    const age = clock.now() - parseInstant(openedAt);
    if (state === 'open') {
      const body = { words: '非常抱歉，已联系网点核实，今天内给您回复。' };
      await town.attempt('answered', () => cast.agent.call(answerComplaint, { params, body }));
    } else if (state === 'answered' && age > 20 * HOUR) {
      const body = { liable: 'engineer' as const, words: '经核实未按约上门，按服务承诺处理。' };
      await town.attempt('judged', () => cast.quality.call(judgeComplaint, { params, body }));
    } else if (state === 'judged' && age > DAY) {
      const customer = town.findCustomer(customerId);
      if (!customer || (await isPlayed(customer.connection))) continue;
      await town.attempt('closed', () => customer.connection.call(closeComplaint, { params }));
    }
  }
}

/** Orders that are promised and not begun. */
async function listPromised({ stage }: Town): Promise<WorkOrderView[]> {
  const found: WorkOrderView[] = [];
  let cursor: string | undefined;
  do {
    const query = { state: ['scheduled' as const, 'offered' as const], limit: PAGE, cursor };
    const page = await stage.cast.dispatcher.call(listWorkOrders, { query });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Orders promised for the day that nobody comes to yet. */
function unplannedOn(orders: readonly WorkOrderView[], day: LocalDate): WorkOrderView[] {
  return orders.filter(
    (order) =>
      order.state === 'scheduled' &&
      order.engineerId === null &&
      order.hold === null &&
      dateOf(order) === day,
  );
}

/** Tomorrow's visits are planned together. */
async function planDay(town: Town, orders: readonly WorkOrderView[], day: LocalDate): Promise<void> {
  for (const territoryId of new Set(unplannedOn(orders, day).map((order) => order.territoryId))) {
    await town.attempt('planned', () => plan(town.stage, territoryId, day));
  }
}

/** While a day is under way somebody near is called; when none of them can, it is put up for claim. */
async function assignByHand(town: Town, order: WorkOrderView, day: LocalDate): Promise<void> {
  const { dispatcher, engineers } = town.stage.cast;
  const able = engineers.filter(
    ({ territoryId, dates, skills }) =>
      territoryId === order.territoryId &&
      dates.includes(day) &&
      order.work.skills.every((skill) => skills.includes(skill)),
  );
  const near = able.toSorted((a, b) => far(a.home, order) - far(b.home, order)).slice(0, ASKED_BY_HAND);
  for (const { id: engineerId } of near) {
    const body = { engineerId };
    if (
      await town.attempt('assigned', () =>
        dispatcher.call(assignWorkOrder, { params: { id: order.id }, body }),
      )
    ) {
      return;
    }
  }
  await offer(town, order.id);
}

function far(home: Point, { place }: WorkOrderView): number {
  return distanceMetres(home, place.point);
}

async function offer(town: Town, workOrderId: Id): Promise<void> {
  const { dispatcher } = town.stage.cast;
  await town.attempt('offered', () => dispatcher.call(offerWorkOrder, { params: { id: workOrderId } }));
}

/** Whose window is over and nobody is assigned: another day, with an excuse. */
async function postponeMissed(town: Town, orders: readonly WorkOrderView[], today: LocalDate): Promise<void> {
  const missed = orders.filter(
    (order) => order.state === 'scheduled' && order.engineerId === null && isMissed(town, order),
  );
  for (const { id } of missed.slice(0, 10)) {
    const days = { from: addDays(today, 1), days: 5 };
    await town.attempt('postponed', () => promise(town.stage, id, anyWindow, days));
  }
}

function isMissed({ stage }: Town, { arrivalWindow }: WorkOrderView): boolean {
  return arrivalWindow !== null && parseInstant(arrivalWindow.end) < stage.clock.now();
}

function dateOf({ arrivalWindow }: WorkOrderView): LocalDate | undefined {
  return arrivalWindow ? localDateOf(parseInstant(arrivalWindow.start), DEFAULT_ZONE) : undefined;
}

async function settleExceptions(town: Town): Promise<void> {
  const { cast, clock } = town.stage;
  const { items } = await cast.dispatcher.call(listExceptions, { query: { limit: 5 } });
  for (const { id, openedAt } of items) {
    if (clock.now() - parseInstant(openedAt) < HOUR) continue;
    const body = { resolution: '已致电客户致歉并重新安排' };
    await town.attempt('settled', () => cast.dispatcher.call(resolveException, { params: { id }, body }));
  }
}
