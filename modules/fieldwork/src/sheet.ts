import {
  type DoorCodeOutcome,
  EVIDENCE_CASES,
  type FiveOne,
  type Identification,
  type StepOutcome,
  type TestPhase,
} from '@firstfix/contract/fieldwork/codes';
import { WRONG_STATE } from '@firstfix/contract/fieldwork/endpoints';
import type {
  Diagnosis,
  FieldFlags,
  PartUsed,
  QuoteView,
  TestView,
} from '@firstfix/contract/fieldwork/schemas';
import type { Cover } from '@firstfix/contract/orders/schemas';
import type { VisitState } from '@firstfix/contract/orders/states';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import { type Id, type Instant, SECOND } from '@firstfix/kernel';

/** The work of an order, as far as the field needs it. */
export interface JobWork {
  readonly workType: string;
  readonly category: string;
  readonly cover: Cover;
  readonly symptomCode: string | null;
}

export interface StepState {
  readonly outcome: StepOutcome;
  readonly evidence: readonly string[];
}

/** What holds about one order of the visit. */
export interface Job {
  readonly work: JobWork;
  readonly serialNumber: string | null;
  readonly applianceId: Id | null;
  readonly identification: Identification | null;
  readonly tests: Readonly<Record<TestPhase, TestView | null>>;
  readonly diagnosis: Diagnosis | null;
  readonly quote: QuoteView | null;
  readonly parts: readonly PartUsed[];
  readonly steps: Readonly<Record<string, StepState>>;
  readonly markedMissing: readonly string[];
  readonly photosDuplicated: boolean;
  readonly partsSeenBefore: boolean;
}

/** The sheet of one visit. Times are when things happened, by the engineer's phone. */
export interface Sheet {
  readonly visitId: Id;
  readonly workOrderIds: readonly Id[];
  readonly engineerId: Id;
  readonly territoryId: Id;
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endedHow: 'finished' | 'cannot_complete' | null;
  readonly distanceMetres: number | null;
  readonly accuracyMetres: number | null;
  readonly outsideReason: string | null;
  readonly doorCode: DoorCodeOutcome | null;
  readonly wrongDoorCodes: number;
  readonly fiveOnes: readonly FiveOne[] | null;
  readonly clockSkewed: boolean;
  readonly jobs: Readonly<Record<Id, Job>>;
  readonly version: number;
}

/** The sheet of a visit somebody is about to set out for. */
export function emptySheet(
  visit: { readonly id: Id; readonly engineerId: Id; readonly territoryId: Id },
  jobs: Readonly<Record<Id, Job>>,
): Sheet {
  return {
    visitId: visit.id,
    workOrderIds: Object.keys(jobs),
    engineerId: visit.engineerId,
    territoryId: visit.territoryId,
    departedAt: null,
    arrivedAt: null,
    beganAt: null,
    endedAt: null,
    endedHow: null,
    distanceMetres: null,
    accuracyMetres: null,
    outsideReason: null,
    doorCode: null,
    wrongDoorCodes: 0,
    fiveOnes: null,
    clockSkewed: false,
    jobs,
    version: 0,
  };
}

/** A job nothing is known of; what an earlier visit diagnosed and agreed with the customer goes on. */
export function newJob(work: JobWork, before?: Job): Job {
  return {
    work,
    serialNumber: null,
    applianceId: null,
    identification: null,
    tests: { before: null, after: null },
    diagnosis: before?.diagnosis ?? null,
    quote: before?.quote ?? null,
    parts: [],
    steps: {},
    markedMissing: [],
    photosDuplicated: false,
    partsSeenBefore: false,
  };
}

/** The order the command is about: named, or the only one. 422 when that is not clear. */
export function chooseJob(sheet: Sheet, named: Id | undefined): { workOrderId: Id; job: Job } {
  const ids = Object.keys(sheet.jobs);
  const workOrderId = named?.toLowerCase() ?? (ids.length === 1 ? ids[0] : undefined);
  const job = workOrderId === undefined ? undefined : sheet.jobs[workOrderId];
  if (workOrderId !== undefined && job !== undefined) return { workOrderId, job };
  const says = named === undefined ? 'required/visit_order' : 'unknown/visit_order';
  throw invalidField('/workOrderId', says, { ids });
}

export function changeJob(sheet: Sheet, workOrderId: Id, job: Job): Sheet {
  return { ...sheet, jobs: { ...sheet.jobs, [workOrderId]: job } };
}

/** 409 that says in which states of the visit this can be done. */
export function mustBeIn(state: VisitState, ...legal: readonly VisitState[]): void {
  if (legal.includes(state)) return;
  const facts = { state, legalStates: legal };
  throw refusal(409, WRONG_STATE, facts, { extra: facts });
}

/** From arriving to the end, in whole seconds; 0 while the visit goes on. */
export function onSiteSeconds({ arrivedAt, endedAt }: Pick<Sheet, 'arrivedAt' | 'endedAt'>): number {
  if (arrivedAt === null || endedAt === null) return 0;
  return Math.max(0, Math.round((endedAt - arrivedAt) / SECOND));
}

/** What the gates of settlement look at, for one job of the sheet. */
export function flagsOf(sheet: Sheet, jobs: readonly Job[] = Object.values(sheet.jobs)): FieldFlags {
  return {
    outsideGeofence: sheet.outsideReason !== null,
    doorCodeVerified: sheet.doorCode === 'verified' || sheet.doorCode === 'offline_verified',
    photosDuplicated: jobs.some((job) => job.photosDuplicated),
    partsSeenBefore: jobs.some((job) => job.partsSeenBefore),
    evidenceCase: jobs.some(
      ({ identification }) => identification !== null && EVIDENCE_CASES.includes(identification),
    ),
    quoteBySignature: jobs.some(({ quote }) => quote?.decidedBy === 'signature'),
    clockSkewed: sheet.clockSkewed,
  };
}
