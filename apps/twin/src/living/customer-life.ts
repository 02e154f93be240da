import { getFieldSheet, markStepMissing } from '@firstfix/contract/fieldwork/endpoints';
import { urgeWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { createPayment, simulatePayment } from '@firstfix/contract/pay/endpoints';
import { confirmWorkOrder, openComplaint, rateWorkOrder } from '@firstfix/contract/verdict/endpoints';
import { HOUR, MINUTE, parseInstant } from '@firstfix/kernel';
import type { Customer } from '../cast.ts';
import { type Experience, opinionOf } from '../life/opinion.ts';
import { commandFields, type Phone } from '../life/phone.ts';
import { stageOf } from '../stage.ts';
import type { OnSiteEnd } from './on-site.ts';
import { mustBeOurs } from './played.ts';
import type { Town } from './town.ts';

const SLOPPY = 0.06;
const CONFIRMS = 0.85;
const RATES = 0.65;
const COMPLAINS = 0.4;
const URGES = 0.4;
const COMPLAINTS = ['师傅迟到很久，没有提前联系', '修完没有打扫干净', '收费和报价说的不一样，要求解释'];
const PRAISE = ['师傅很专业', '准时，讲解清楚', '', '一次就修好了'];
const BLAME = ['等得太久了', '没有清理干净', '不太满意'];

/** What the customer makes of a visit, from what they lived through: pays, confirms, rates, complains. */
export async function judgeVisit(
  town: Town,
  phone: Phone,
  order: WorkOrderView,
  customer: Customer,
  end: OnSiteEnd,
): Promise<void> {
  if (end !== 'finished' && end !== 'quote_refused') return;
  await mustBeOurs(customer.connection);
  const { random } = phone.stage;
  const sheet = await customer.connection.call(getFieldSheet, { params: { id: phone.visitId } });
  const quote = sheet.jobs.find(({ workOrderId }) => workOrderId === order.id)?.quote;
  const paidFen = quote?.state === 'approved' ? quote.totalFen : 0;
  const missingSteps = end === 'finished' && random.chance(SLOPPY) ? 1 : 0;
  if (missingSteps > 0) {
    const body = { ...commandFields(phone), stepCode: 'leave_clean' };
    await customer.connection.call(markStepMissing, { params: { id: phone.visitId }, body });
  }
  const promised = order.arrivalWindow;
  const arrivedAt = sheet.arrivedAt === null ? undefined : parseInstant(sheet.arrivedAt);
  const late = promised && arrivedAt !== undefined ? arrivedAt - parseInstant(promised.end) : 0;
  const lateMinutes = Math.max(0, Math.floor(late / MINUTE));
  if (paidFen > 0) await pay(customer, order, paidFen);
  await speak(town, order, customer, { lateMinutes, paidFen, missingSteps, severity: random.next() });
}

/** Confirms and rates sooner or later, or never; who is angry complains. */
export async function speak(
  town: Town,
  { id }: WorkOrderView,
  customer: Customer,
  lived: Experience,
): Promise<void> {
  const { clock, random } = stageOf(town.stage, `verdict ${id}`);
  const params = { id };
  await clock.pass(random.between(1, 40) * MINUTE);
  await mustBeOurs(customer.connection);
  if (random.chance(CONFIRMS)) {
    await town.attempt('confirmed', () => customer.connection.call(confirmWorkOrder, { params, body: {} }));
  }
  if (!random.chance(RATES)) return;
  await clock.pass(random.chance(0.6) ? random.between(1, 30) * MINUTE : random.between(1, 20) * HOUR);
  await mustBeOurs(customer.connection);
  const opinion = opinionOf(lived);
  const words = random.pick(opinion.stars >= 4 ? PRAISE : BLAME);
  await town.attempt(`rated ${opinion.stars}`, () =>
    customer.connection.call(rateWorkOrder, { params, body: { ...opinion, words } }),
  );
  if (opinion.stars > 2 || !random.chance(COMPLAINS)) return;
  const body = {
    severity: opinion.stars === 1 ? 'severe' : 'normal',
    words: random.pick(COMPLAINTS),
  } as const;
  await town.attempt('complained', () => customer.connection.call(openComplaint, { params, body }));
}

async function pay(customer: Customer, { id }: WorkOrderView, amountFen: number): Promise<void> {
  const body = { amountFen, method: 'online' as const };
  const payment = await customer.connection.call(createPayment, { params: { id }, body });
  await customer.connection.call(simulatePayment, { params: { id: payment.id }, body: { outcome: 'paid' } });
}

/** Some of those who wait beyond their window press; each at most once. */
export async function urgeIfLate(town: Town, order: WorkOrderView): Promise<void> {
  const { clock } = town.stage;
  const window = order.arrivalWindow;
  if (!window || parseInstant(window.end) + 10 * MINUTE > clock.now() || order.urgeCount > 0) return;
  const customer = town.findCustomer(order.customerId);
  const { random } = stageOf(town.stage, `urge ${order.id}`);
  if (!customer || !random.chance(URGES)) return;
  await town.attempt('urged', () => customer.connection.call(urgeWorkOrder, { params: { id: order.id } }));
}
