import { FIVE_ONES } from '@firstfix/contract/fieldwork/codes';
import {
  approveQuote,
  arriveVisit,
  beginVisit,
  departVisit,
  diagnose,
  endCannotComplete,
  finishVisit,
  getDoorCode,
  getFieldSheet,
  giveQuote,
  identifyAppliance,
  recordReadings,
  refuseQuote,
  tickFiveOnes,
  tickSteps,
} from '@firstfix/contract/fieldwork/endpoints';
import { acceptVisit } from '@firstfix/contract/orders/endpoints';
import type { Random } from '@firstfix/kernel/random';
import type { Need } from '../stage.ts';
import { commandFields, type Phone } from './phone.ts';

/** How the time on site ended. */
export interface OnSite {
  readonly done: boolean;
  /** What the customer agreed to pay; 0 when nothing is charged. */
  readonly agreedFen: number;
}

/** A safe socket, by the meter. */
function measuredBy(random: Random) {
  return {
    voltageVolts: random.between(217, 232),
    earthOhms: random.between(4, 26) / 10,
    neutralToEarthVolts: random.between(1, 15) / 10,
    leakageMilliamps: random.between(0, 20) / 100,
    polarity: 'correct' as const,
  };
}

/** The engineer takes the visit, sets out and stands at the door with the code the customer reads out. */
export async function travel(phone: Phone, { customer }: Need): Promise<void> {
  const { engineer, visitId } = phone;
  const params = { id: visitId };
  await engineer.connection.call(acceptVisit, { params });
  await engineer.connection.call(departVisit, { params, body: commandFields(phone) });
  const { code } = await customer.connection.call(getDoorCode, { params });
  await engineer.connection.call(arriveVisit, { params, body: { ...commandFields(phone), doorCode: code } });
}

/** Everything on site, in the order the phone asks for it. */
export async function work(
  phone: Phone,
  need: Need,
  quoted: boolean,
  willingToPay: boolean,
): Promise<OnSite> {
  await prepare(phone, need);
  const agreedFen = quoted ? await agreeOnPrice(phone, need, willingToPay) : 0;
  const { connection } = phone.engineer;
  const params = { id: phone.visitId };
  if (agreedFen === undefined) {
    const body = { ...commandFields(phone), reason: 'quote_refused' as const };
    await connection.call(endCannotComplete, { params, body });
    return { done: false, agreedFen: 0 };
  }
  await connection.call(beginVisit, { params, body: commandFields(phone) });
  await doSteps(phone);
  await measure(phone, 'after');
  await connection.call(finishVisit, { params, body: commandFields(phone) });
  return { done: true, agreedFen };
}

async function prepare(phone: Phone, { workType, appliance }: Need): Promise<void> {
  const { engineer, visitId, stage } = phone;
  const { connection } = engineer;
  const params = { id: visitId };
  await connection.call(tickFiveOnes, { params, body: { ...commandFields(phone), ticked: [...FIVE_ONES] } });
  const serialNumber = appliance.serialNumber;
  await connection.call(identifyAppliance, { params, body: { ...commandFields(phone), serialNumber } });
  await measure(phone, 'before');
  if (workType !== 'repair') return;
  const diagnosis = stage.random.pick(stage.reference.faults.get(appliance.category) ?? []);
  await connection.call(diagnose, { params, body: { ...commandFields(phone), diagnosis } });
}

/** The electric safety test. */
export async function measure(phone: Phone, phase: 'before' | 'after'): Promise<void> {
  const body = { ...commandFields(phone), phase, measurements: measuredBy(phone.stage.random) };
  await phone.engineer.connection.call(recordReadings, { params: { id: phone.visitId }, body });
}

/** The quote by the published list, decided on the customer's own screen; `undefined` when refused. */
async function agreeOnPrice(phone: Phone, need: Need, willingToPay: boolean): Promise<number | undefined> {
  const { stage, visitId } = phone;
  const params = { id: visitId };
  const codes = stage.reference.labour.get(`${need.appliance.category}:${need.workType}`) ?? [];
  const items = [{ code: stage.random.pick(codes), quantity: 1 }];
  const { quoteVersion, totalFen } = await phone.engineer.connection.call(giveQuote, {
    params,
    body: { ...commandFields(phone), items },
  });
  const decide = willingToPay ? approveQuote : refuseQuote;
  await need.customer.connection.call(decide, { params, body: { ...commandFields(phone), quoteVersion } });
  return willingToPay ? totalFen : undefined;
}

/** Every step of the work type's list, with the photos it asks for, in one message. */
export async function doSteps(phone: Phone): Promise<void> {
  const { engineer, visitId, workOrderId, stage } = phone;
  const params = { id: visitId };
  const sheet = await engineer.connection.call(getFieldSheet, { params });
  const asked = sheet.jobs.find((job) => job.workOrderId === workOrderId)?.steps ?? [];
  const steps = await Promise.all(
    asked.map(async ({ code, photosNeeded }) => ({
      code,
      outcome: 'done' as const,
      evidence: await stage.photos.take(photosNeeded, engineer),
    })),
  );
  await engineer.connection.call(tickSteps, { params, body: { ...commandFields(phone), steps } });
}
