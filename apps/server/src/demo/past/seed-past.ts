import type { Appliance } from '@firstfix/appliances';
import type { Diagnosis } from '@firstfix/contract/fieldwork/schemas';
import { type Id, type Instant, MINUTE } from '@firstfix/kernel';
import { createRandom, type Random } from '@firstfix/kernel/random';
import { addDays, DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Territory } from '@firstfix/network';
import type { PastWorkOrder, WorkOrder } from '@firstfix/orders';
import type { Runtime, Tx } from '@firstfix/platform';
import type { Modules } from '../../modules.ts';
import { demoAccountId } from '../demo-accounts.ts';
import { PAST_DAYS, type PastHome, pastCalls } from './past-calls.ts';
import { noticesOf } from './past-notices.ts';
import { closedAtOf, type Said, untilNow, verdictOn } from './past-verdicts.ts';
import { PhotoBox } from './photo-box.ts';
import { type Planned, planPast } from './plan-past.ts';
import { type Cast, deedsOf, type Story, tellStory, type VisitTimes } from './tell-story.ts';
import { WorkBook } from './work-book.ts';

/** Days ahead for which visits are planned already. */
const DAYS_AHEAD = 4;
/** Steps an engineer leaves out and ticks all the same. */
const SLOPPY = 0.04;

type Understood = Awaited<ReturnType<Modules['requests']['understandPastCall']>>;

interface Told {
  readonly story: Story;
  readonly said: Said | undefined;
  readonly appliance: Appliance;
  readonly missed: readonly string[];
}

/**
 * Two weeks of calls, visits and verdicts and a day in progress. Calls are understood, planned and lived by the modules' own rules and written in
 * bulk by each into its own tables; whatever would lie after now has not happened.
 */
export async function seedPast(
  tx: Tx,
  runtime: Runtime,
  modules: Modules,
  homes: readonly PastHome[],
  territories: readonly Territory[],
): Promise<void> {
  const calls = pastCalls(homes, tx.now);
  const understood = await Promise.all(calls.map((call) => modules.requests.understandPastCall(call)));
  const told = tell(await openBook(modules, territories, tx.now), understood, calls);
  await modules.requests.seedPastRequests(
    tx,
    understood.map(({ request }) => request),
  );
  const orders = await modules.orders.seedPastOrders(
    tx,
    storiesOf(told, understood, castOf(territories), tx.now),
  );
  await seedVisits(tx, runtime, modules, told, orders);
  await modules.notices.seedPastNotices(tx, noticesOf(told, orders, tx.now));
  const booked = [...orders.values()].filter(
    ({ arrivalWindow }) => arrivalWindow !== null && arrivalWindow.end > tx.now,
  );
  await modules.dispatch.seedPastDispatch(tx, { booked: booked.filter(isRunning), exceptions: [] });
}

function isRunning({ state }: WorkOrder): boolean {
  return state !== 'cancelled' && state !== 'solved_remotely';
}

async function openBook(
  { network }: Modules,
  territories: readonly Territory[],
  now: Instant,
): Promise<WorkBook> {
  const today = localDateOf(now, DEFAULT_ZONE);
  const [from, to] = [addDays(today, -PAST_DAYS), addDays(today, DAYS_AHEAD)];
  const teams = await Promise.all(territories.map(({ id }) => network.listEngineers(id, today)));
  const days = await Promise.all(territories.map(({ id }) => network.workingDays(id, from, to)));
  return new WorkBook(teams.flat(), days.flat());
}

/** Everybody's story, planned in the order of the calls and lived in the order of the visits. */
function tell(
  book: WorkBook,
  understood: readonly Understood[],
  calls: readonly { readonly at: Instant; readonly appliance: Appliance; readonly became: string }[],
): Map<Id, Told> {
  const random = createRandom('demo:stories');
  const planned = understood.flatMap(({ orders }, index): (Planned & { appliance: Appliance })[] => {
    const [order] = orders;
    const call = calls[index];
    if (!order || !call) return [];
    const { at, appliance, became } = call;
    if (became === 'advised') return [{ order, calledAt: at, rounds: [], appliance }];
    return [{ ...planPast(order, at, { random, book }), appliance }];
  });
  const freeAt = new Map<string, Instant>();
  const inTime = planned.toSorted((a, b) => startOf(a) - startOf(b));
  return new Map(inTime.map((one) => [one.order.id, toldOf(one, freeAt, random)]));
}

function startOf({ rounds, calledAt }: Planned): Instant {
  return rounds[0]?.appointment?.planned.start ?? calledAt;
}

function toldOf(
  planned: Planned & { appliance: Appliance },
  freeAt: Map<string, Instant>,
  random: Random,
): Told {
  const story = tellStory(planned, freeAt, random);
  const missed = story.completedAt !== undefined && random.chance(SLOPPY) ? ['leave_clean'] : [];
  const { completedAt } = story;
  const staff = { agentId: planned.order.ownerId, qualityId: demoAccountId('quality') };
  const said =
    completedAt === undefined
      ? undefined
      : verdictOn({ ...story, completedAt }, missed.length > 0, staff, random);
  return { story, said, appliance: planned.appliance, missed };
}

function castOf([territory]: readonly Territory[]): Cast {
  return {
    agent: { id: territory?.orderOwnerId ?? null, role: 'agent' },
    dispatcher: { id: demoAccountId('dispatcher'), role: 'dispatcher' },
  };
}

function storiesOf(
  told: ReadonlyMap<Id, Told>,
  understood: readonly Understood[],
  cast: Cast,
  now: Instant,
): PastWorkOrder[] {
  return understood.flatMap(({ request, orders }) =>
    orders.map((order) => {
      const opened = { at: request.registeredAt, actor: cast.agent };
      const one = told.get(order.id);
      const end = one?.said && { confirmation: one.said.confirmation, closedAt: closedAtOf(one.said) };
      const advised = request.advisedAt;
      const deeds = one ? deedsOf(one.story, cast, now, end) : [];
      if (advised === null) return { opened, order, deeds };
      return { opened, order, deeds: [{ does: 'solveRemotely' as const, at: advised, actor: cast.agent }] };
    }),
  );
}

async function seedVisits(
  tx: Tx,
  runtime: Runtime,
  modules: Modules,
  told: ReadonlyMap<Id, Told>,
  orders: ReadonlyMap<Id, WorkOrder>,
): Promise<void> {
  const random = createRandom('demo:visits');
  const visits = [...told.values()].flatMap((one) =>
    one.story.visits.filter(({ departedAt }) => departedAt <= tx.now).map((times) => ({ one, times })),
  );
  const photos = new PhotoBox();
  const inTime = visits.toSorted((a, b) => a.times.departedAt - b.times.departedAt);
  const stories: PastVisit[] = [];
  for (const { one, times } of inTime) {
    const order = orders.get(one.story.planned.order.id);
    if (order) stories.push(await visitOf(modules, one, times, order, { photos, random, now: tx.now }));
  }
  const summaries = await modules.fieldwork.seedPastVisits(tx, stories);
  await photos.keep(tx, runtime);
  await seedResults(tx, modules, told, orders, summaries, random);
}

type PastVisit = Parameters<Modules['fieldwork']['seedPastVisits']>[1][number];

async function visitOf(
  { catalogue }: Modules,
  { appliance, missed }: Told,
  times: VisitTimes,
  order: WorkOrder,
  { photos, random, now }: { readonly photos: PhotoBox; readonly random: Random; readonly now: Instant },
): Promise<PastVisit> {
  const past = (at: Instant) => (at <= now ? at : null);
  const endedAt = past(times.endedAt);
  const unfinished = times.reason !== undefined;
  const { category, workType } = order.work;
  const faults = await catalogue.listFaults(category);
  const triaged = faults.filter(({ symptomCode }) => symptomCode === order.work.symptomCode);
  const fault = faults.length === 0 ? undefined : random.pick(triaged.length > 0 ? triaged : faults);
  const codes = await catalogue.labourCodesOf({
    category,
    workType,
    regionCode: '990100',
    at: times.arrivedAt,
  });
  const code = codes.length > 0 ? random.pick(codes) : undefined;
  const quote = times.quote && times.quote.givenAt <= now && code !== undefined ? times.quote : undefined;
  return {
    order,
    visitId: times.round.visitId,
    engineerId: times.round.appointment?.engineer.id ?? '',
    departedAt: times.departedAt,
    arrivedAt: past(times.arrivedAt),
    beganAt: unfinished ? null : past(times.beganAt),
    endedAt,
    endedHow: endedAt === null ? null : unfinished ? 'cannot_complete' : 'finished',
    distanceMetres: random.between(3, 90),
    appliance: { id: appliance.id, serialNumber: appliance.serialNumber ?? '' },
    measured: measuredBy(random),
    diagnosis: fault && workType === 'repair' ? diagnosisOf(fault) : null,
    quote:
      quote && code !== undefined
        ? {
            items: [{ code, quantity: 1 }],
            givenAt: quote.givenAt,
            decided:
              quote.decidedAt <= now
                ? { at: quote.decidedAt, state: quote.approved ? 'approved' : 'refused' }
                : null,
          }
        : null,
    markedMissing: endedAt !== null && !unfinished ? missed : [],
    photos: photos.take,
  };
}

function measuredBy(random: Random): PastVisit['measured'] {
  const tenths = (low: number, high: number) => random.between(low * 10, high * 10) / 10;
  return {
    voltageVolts: random.between(216, 233),
    earthOhms: tenths(0.4, 2.8),
    neutralToEarthVolts: tenths(0.1, 1.9),
    leakageMilliamps: tenths(0, 0.2),
    polarity: 'correct',
  };
}

type Fault = Awaited<ReturnType<Modules['catalogue']['listFaults']>>[number];

function diagnosisOf(fault: Fault): Diagnosis {
  return {
    faultCode: fault.code,
    symptomCode: fault.symptomCode,
    causeCode: fault.cause.code,
    faultyPart: fault.faultyPart.code,
    remedyCode: fault.remedy.code,
    repairClass: fault.repairClass,
  };
}

/** What came of the work: verdicts, pay, the appliances' histories. */
async function seedResults(
  tx: Tx,
  modules: Modules,
  told: ReadonlyMap<Id, Told>,
  orders: ReadonlyMap<Id, WorkOrder>,
  summaries: Awaited<ReturnType<Modules['fieldwork']['seedPastVisits']>>,
  random: Random,
): Promise<void> {
  const done = [...orders.values()].flatMap((order) => {
    const one = told.get(order.id);
    return one?.said && order.completedAt !== null ? [{ order, one, said: untilNow(one.said, tx.now) }] : [];
  });
  const codeOf = () => String(random.between(0, 999_999)).padStart(6, '0');
  const verdicts = await modules.verdict.seedPastVerdicts(
    tx,
    done.map(({ order, said }) => ({ ...said, order, completionCode: codeOf() })),
  );
  await modules.pay.seedPastPay(
    tx,
    done.flatMap(({ order, said }) => {
      const summary = summaries.get(order.id);
      const paidAt = said.completedAt + 3 * MINUTE;
      const paid = { at: paidAt, method: random.chance(0.15) ? ('cash' as const) : ('online' as const) };
      const revisions = verdicts.get(order.id)?.revisions ?? [];
      const heard = revisions.map(({ revision, stars, changedAt }) => ({ revision, stars, at: changedAt }));
      return summary ? [{ order, summary, verdicts: heard, ...(paidAt <= tx.now ? { paid } : {}) }] : [];
    }),
  );
  await modules.appliances.seedPastServices(
    tx,
    done.flatMap(({ order, one, said }) =>
      one.story.visits.at(-1)?.reason === undefined
        ? [
            {
              applianceId: one.appliance.id,
              workOrderId: order.id,
              kind: order.work.workType,
              faultCode: summaries.get(order.id)?.faultCode ?? null,
              at: said.completedAt,
            },
          ]
        : [],
    ),
  );
}
