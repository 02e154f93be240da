import type { FieldAction } from '@firstfix/contract/fieldwork/codes';
import { FIVE_ONES } from '@firstfix/contract/fieldwork/codes';
import {
  approveQuote,
  beginVisit,
  diagnose,
  endCannotComplete,
  finishVisit,
  getFieldSheet,
  giveQuote,
  identifyAppliance,
  refuseQuote,
  tickFiveOnes,
} from '@firstfix/contract/fieldwork/endpoints';
import type { FieldSheetView } from '@firstfix/contract/fieldwork/schemas';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { MINUTE, parseInstant, SECOND } from '@firstfix/kernel';
import type { Customer } from '../cast.ts';
import { commandFields, type Phone } from '../life/phone.ts';
import { doSteps, measure } from '../life/visit.ts';
import { isPlayed, mustBeOurs } from './played.ts';
import type { Town } from './town.ts';

/** How the time at the door ended. */
export type OnSiteEnd = 'finished' | 'quote_refused' | 'customer_absent' | 'part_missing';

/** One visit on site. */
interface Scene {
  readonly town: Town;
  readonly phone: Phone;
  readonly order: WorkOrderView;
  readonly customer: Customer | undefined;
}

const ABSENT = 0.02;
const PART_MISSING = 0.03;
const REFUSES_PRICE = 0.06;
/** Tries to finish with a step left out; the phone says no. */
const FORGETS = 0.1;
/** More commands than any visit has: one that goes in circles is given up. */
const MOST_COMMANDS = 30;

/** Does what the sheet asks for next until nothing is left, as the phone leads its engineer. */
export async function workOnSite(
  town: Town,
  phone: Phone,
  order: WorkOrderView,
  customer: Customer | undefined,
): Promise<OnSiteEnd> {
  const scene = { town, phone, order, customer };
  const { random } = phone.stage;
  const params = { id: phone.visitId };
  const looked = await phone.engineer.connection.call(getFieldSheet, { params });
  if (looked.state === 'on_site' && random.chance(ABSENT)) return giveUp(scene, 'customer_absent');
  const lacksPart = random.chance(PART_MISSING);
  for (let count = 0; count < MOST_COMMANDS; count += 1) {
    await mustBeOurs(phone.engineer.connection);
    const sheet = await phone.engineer.connection.call(getFieldSheet, { params });
    const { action } = sheet.nextStep;
    if (action === 'none') return 'finished';
    if (action === 'give_quote' && lacksPart) return giveUp(scene, 'part_missing');
    if (sheet.jobs.some(({ quote }) => quote?.state === 'refused')) return giveUp(scene, 'quote_refused');
    await ACTIONS[action](scene, sheet);
  }
  throw new Error(`visit ${phone.visitId} comes to no end`);
}

async function giveUp({ phone }: Scene, reason: Exclude<OnSiteEnd, 'finished'>): Promise<OnSiteEnd> {
  await phone.stage.clock.pass(phone.stage.random.between(4, 15) * MINUTE);
  const body = { ...commandFields(phone), reason };
  await phone.engineer.connection.call(endCannotComplete, { params: { id: phone.visitId }, body });
  return reason;
}

type Act = (scene: Scene, sheet: FieldSheetView) => Promise<void>;

/** What each next step takes, in minutes of business time and words to the server. */
const ACTIONS: Readonly<Record<FieldAction, Act>> = {
  depart: nothing,
  arrive: nothing,
  none: nothing,
  tick_five_ones: async ({ phone }) => {
    await after(phone, 1, 2);
    const body = { ...commandFields(phone), ticked: [...FIVE_ONES] };
    await phone.engineer.connection.call(tickFiveOnes, { params: { id: phone.visitId }, body });
  },
  identify: async ({ phone, order, customer }) => {
    await after(phone, 1, 3);
    const known = customer?.appliances.find(({ id }) => id === order.applianceId);
    const body = { ...commandFields(phone), serialNumber: known?.serialNumber ?? `LABEL-${order.number}` };
    await phone.engineer.connection.call(identifyAppliance, { params: { id: phone.visitId }, body });
  },
  test_before: async ({ phone }) => {
    await after(phone, 2, 4);
    await measure(phone, 'before');
  },
  diagnose: async ({ phone, order }) => {
    await after(phone, 4, 12);
    const { random, reference } = phone.stage;
    const diagnosis = random.pick(reference.faults.get(order.work.category) ?? []);
    const body = { ...commandFields(phone), diagnosis };
    await phone.engineer.connection.call(diagnose, { params: { id: phone.visitId }, body });
  },
  give_quote: async ({ phone, order }) => {
    await after(phone, 1, 3);
    const { random, reference } = phone.stage;
    const codes = reference.labour.get(`${order.work.category}:${order.work.workType}`) ?? [];
    const body = { ...commandFields(phone), items: [{ code: random.pick(codes), quantity: 1 }] };
    await phone.engineer.connection.call(giveQuote, { params: { id: phone.visitId }, body });
  },
  decide_quote: async ({ phone, customer }, sheet) => {
    await after(phone, 1, 6);
    const quote = sheet.jobs.find(({ workOrderId }) => workOrderId === phone.workOrderId)?.quote;
    if (!customer || !quote) throw new Error('nobody is there to decide');
    if (await isPlayed(customer.connection)) return;
    const decide = phone.stage.random.chance(REFUSES_PRICE) ? refuseQuote : approveQuote;
    const body = { ...commandFields(phone), quoteVersion: quote.quoteVersion };
    await customer.connection.call(decide, { params: { id: phone.visitId }, body });
  },
  begin: async ({ phone }) => {
    const body = commandFields(phone);
    await phone.engineer.connection.call(beginVisit, { params: { id: phone.visitId }, body });
  },
  tick_steps: async ({ town, phone, order }, { beganAt }) => {
    const { clock, random } = phone.stage;
    const began = beganAt === null ? clock.now() : parseInstant(beganAt);
    await clock.reach(began + order.work.standardSeconds * SECOND * (0.45 + 0.5 * random.next()));
    if (random.chance(FORGETS)) await town.attempt('finished too early', () => finish(phone));
    await doSteps(phone);
  },
  test_after: async ({ phone }) => {
    await after(phone, 2, 4);
    await measure(phone, 'after');
  },
  finish: async ({ phone }) => {
    await after(phone, 1, 3);
    await finish(phone);
  },
};

async function nothing(): Promise<void> {
  throw new Error('the visit is not on site');
}

async function finish(phone: Phone): Promise<void> {
  const body = commandFields(phone);
  await phone.engineer.connection.call(finishVisit, { params: { id: phone.visitId }, body });
}

function after({ stage }: Phone, least: number, most: number): Promise<void> {
  return stage.clock.pass(stage.random.between(least * 10, most * 10) * 0.1 * MINUTE);
}
