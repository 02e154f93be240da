import { FIVE_ONES } from '@firstfix/contract/fieldwork/codes';
import type { Diagnosis, Measurements, QuoteView, TestView } from '@firstfix/contract/fieldwork/schemas';
import { type Id, type Instant, MINUTE, newId, toDate, toDateOrNull } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import { insertRows, type Tx } from '@firstfix/platform';
import type { Demands } from '../demands.ts';
import { newDoorSecret } from '../door-code-store.ts';
import { judgeTest } from '../electric-safety.ts';
import type { AskedJob, FieldworkNeeds } from '../operations/field-needs.ts';
import { jobWork } from '../operations/run-command.ts';
import { type FieldSummary, summarise } from '../queries/summary-of.ts';
import { decideQuote, nextQuote } from '../quote.ts';
import { emptySheet, type Job, newJob, type Sheet, type StepState } from '../sheet.ts';
import { sheetColumns } from '../store.ts';

/** What happened on a visit before the demo began, as far as it got. */
export interface PastVisit {
  readonly order: WorkOrder;
  readonly visitId: Id;
  readonly engineerId: Id;
  readonly departedAt: Instant;
  readonly arrivedAt: Instant | null;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endedHow: 'finished' | 'cannot_complete' | null;
  /** From the place to where the phone stood. */
  readonly distanceMetres: number;
  readonly appliance: { readonly id: Id; readonly serialNumber: string };
  readonly measured: Measurements;
  readonly diagnosis: Diagnosis | null;
  readonly quote: PastQuote | null;
  /** Steps the customer says were left out. */
  readonly markedMissing: readonly string[];
  /** Hashes of photos nobody has shown before. */
  readonly photos: (count: number) => string[];
}

export interface PastQuote {
  readonly items: readonly { readonly code: string; readonly quantity: number }[];
  readonly givenAt: Instant;
  readonly decided: { readonly at: Instant; readonly state: 'approved' | 'refused' } | null;
}

/** Writes the sheets with everything behind them; answers what each visit came to, by order. */
export async function seedPastVisits(
  tx: Tx,
  needs: FieldworkNeeds,
  stories: readonly PastVisit[],
): Promise<Map<Id, FieldSummary>> {
  const lived = await Promise.all(stories.map((story) => live(needs, story)));
  await insertRows(
    tx,
    'fieldwork.sheet',
    lived.map(({ sheet }) => sheetColumns(sheet, newDoorSecret())),
  );
  await Promise.all([
    insertRows(tx, 'fieldwork.identification', lived.flatMap(identificationRows)),
    insertRows(tx, 'fieldwork.electric_test', lived.flatMap(testRows)),
    insertRows(tx, 'fieldwork.quote', lived.flatMap(quoteRows)),
    insertRows(tx, 'fieldwork.missing_step', lived.flatMap(missingRows)),
    insertRows(tx, 'fieldwork.evidence', lived.flatMap(evidenceRows)),
  ]);
  for (const { story, job } of lived) {
    for (const { evidence } of Object.values(job.steps)) {
      for (const hash of evidence) tx.linkMedia(hash, 'work-order', story.order.id);
    }
  }
  return new Map(
    lived.flatMap(({ sheet, story: { order }, demands }) => {
      const summary = summarise([sheet], order.id, demands);
      return summary ? [[order.id, summary] as const] : [];
    }),
  );
}

interface Lived {
  readonly story: PastVisit;
  readonly demands: Demands;
  readonly job: Job;
  readonly sheet: Sheet;
}

/** The sheet by the module's own rules, filled as far as the visit got. */
async function live(needs: FieldworkNeeds, story: PastVisit): Promise<Lived> {
  const { order, arrivedAt } = story;
  const demands = await needs.demandsOf(order.work.workType);
  const fresh = newJob(jobWork(order));
  const job = arrivedAt === null ? fresh : await onSite(needs, story, demands, fresh, arrivedAt);
  const visit = { id: story.visitId, engineerId: story.engineerId, territoryId: order.territoryId };
  const arrival =
    arrivedAt === null
      ? {}
      : {
          arrivedAt,
          distanceMetres: story.distanceMetres,
          accuracyMetres: 8,
          doorCode: 'verified' as const,
          fiveOnes: [...FIVE_ONES],
        };
  const { departedAt, beganAt, endedAt, endedHow } = story;
  const empty = emptySheet(visit, { [order.id]: job });
  return {
    story,
    demands,
    job,
    sheet: {
      ...empty,
      ...arrival,
      departedAt,
      beganAt,
      endedAt,
      endedHow,
      version: 1 + commandsSoFar(story),
    },
  };
}

/** Each command of the field counts the sheet up. */
function commandsSoFar({ arrivedAt, beganAt, endedAt }: PastVisit): number {
  if (arrivedAt === null) return 0;
  return 4 + (beganAt === null ? 0 : 2) + (endedAt === null ? 0 : 3);
}

async function onSite(
  needs: FieldworkNeeds,
  story: PastVisit,
  demands: Demands,
  fresh: Job,
  arrivedAt: Instant,
): Promise<Job> {
  const { order, appliance, beganAt, endedHow } = story;
  const asked = askedJobOf(order);
  const test = demands.readings === 'none' ? null : await testOf(needs, asked, story.measured, arrivedAt);
  const finished = endedHow === 'finished';
  return {
    ...fresh,
    serialNumber: appliance.serialNumber,
    applianceId: appliance.id,
    identification: 'known',
    tests: { before: test, after: finished ? test : null },
    diagnosis: demands.diagnosis ? story.diagnosis : null,
    quote: await quoteOf(needs, asked, story.quote),
    steps: beganAt === null ? {} : stepsOf(story, demands, finished),
    markedMissing: story.markedMissing,
  };
}

function askedJobOf(order: WorkOrder): AskedJob {
  const { id: workOrderId, householdId, territoryId, applianceId, work } = order;
  const { productModelId } = work;
  return { workOrderId, householdId, territoryId, applianceId, productModelId, work: jobWork(order) };
}

async function testOf(
  needs: FieldworkNeeds,
  asked: AskedJob,
  measured: Measurements,
  at: Instant,
): Promise<TestView> {
  return { ...judgeTest(measured, await needs.electricLimitsOf(asked, at)), hazardId: null };
}

async function quoteOf(
  needs: FieldworkNeeds,
  asked: AskedJob,
  past: PastQuote | null,
): Promise<QuoteView | null> {
  if (past === null) return null;
  const given = nextQuote(null, await needs.priceOf(past.items, asked, past.givenAt));
  return past.decided === null
    ? given
    : decideQuote(given, given.quoteVersion, past.decided.state, 'customer');
}

/** All of them when the work is done; the first half while it goes on. */
function stepsOf({ photos }: PastVisit, { steps }: Demands, finished: boolean): Record<string, StepState> {
  const done = finished ? steps : steps.slice(0, Math.ceil(steps.length / 2));
  return Object.fromEntries(
    done.map((step) => [step.code, { outcome: 'done' as const, evidence: photos(step.photos) }]),
  );
}

function identificationRows({ story, job }: Lived) {
  const { order, visitId, appliance, arrivedAt } = story;
  if (arrivedAt === null) return [];
  return [
    {
      command_id: newId(),
      visit_id: visitId,
      work_order_id: order.id,
      household_id: order.householdId,
      serial_number: appliance.serialNumber,
      outcome: job.identification,
      appliance_id: appliance.id,
      occurred_at: toDate(arrivedAt + 2 * MINUTE),
    },
  ];
}

function testRows({ story, job }: Lived) {
  const { order, visitId, arrivedAt, endedAt } = story;
  return (['before', 'after'] as const).flatMap((phase) => {
    const test = job.tests[phase];
    if (test === null || arrivedAt === null) return [];
    return [
      {
        command_id: newId(),
        visit_id: visitId,
        work_order_id: order.id,
        phase,
        readings: test.readings,
        passed: test.passed,
        earth_safe: test.earthSafe,
        occurred_at: toDate(phase === 'before' ? arrivedAt + 4 * MINUTE : (endedAt ?? arrivedAt)),
      },
    ];
  });
}

function quoteRows({ story, job }: Lived) {
  const { quote } = job;
  if (quote === null || story.quote === null) return [];
  return [
    {
      work_order_id: story.order.id,
      version: quote.quoteVersion,
      visit_id: story.visitId,
      lines: quote.lines,
      total_fen: quote.totalFen,
      price_list_version: quote.priceListVersion,
      state: quote.state,
      decided_by: quote.decidedBy,
      given_at: toDate(story.quote.givenAt),
      decided_at: toDateOrNull(story.quote.decided?.at ?? null),
    },
  ];
}

function missingRows({ story, job }: Lived) {
  return job.markedMissing.map((code) => ({
    work_order_id: story.order.id,
    step_code: code,
    visit_id: story.visitId,
    customer_id: story.order.customerId,
    marked_at: toDate(story.endedAt ?? story.departedAt),
  }));
}

function evidenceRows({ story, job }: Lived) {
  return Object.entries(job.steps).flatMap(([code, { evidence }]) =>
    evidence.map((hash) => ({
      work_order_id: story.order.id,
      purpose: `step:${code}`,
      hash,
      visit_id: story.visitId,
      occurred_at: toDate(story.endedAt ?? story.beganAt ?? story.departedAt),
    })),
  );
}
