import { FIVE_ONES } from '@firstfix/contract/fieldwork/codes';
import type { INCOMPLETE, NOT_READY_TO_BEGIN } from '@firstfix/contract/fieldwork/endpoints';
import type { TestView } from '@firstfix/contract/fieldwork/schemas';
import { fieldError, refusal } from '@firstfix/contract/refusal';
import type { FieldError, Id } from '@firstfix/kernel';
import type { Demands, StepDemand } from './demands.ts';
import { priceIsAgreed } from './quote.ts';
import type { Job, Sheet, StepState } from './sheet.ts';

/** A job with what its work type demands. */
export interface DemandedJob {
  readonly workOrderId: Id;
  readonly job: Job;
  readonly demands: Demands;
}

/** What stands between now and beginning the work; empty when nothing does. */
export function missingToBegin(jobs: readonly DemandedJob[]): FieldError[] {
  return jobs.flatMap(({ workOrderId, job, demands }) =>
    [...missingSerial(job, demands), ...missingTest(job, demands, 'before'), ...missingAgreement(job)].map(
      (thing) => under(workOrderId, thing),
    ),
  );
}

/** What stands between now and finishing; each missing thing points into the sheet. */
export function missingToFinish(jobs: readonly DemandedJob[]): FieldError[] {
  return jobs.flatMap(({ workOrderId, job, demands }) =>
    [
      ...missingSerial(job, demands),
      ...missingTest(job, demands, 'before'),
      ...missingDiagnosis(job, demands),
      ...missingAgreement(job),
      ...demands.steps.flatMap((step) => missingStep(step, job.steps[step.code])),
      ...missingTest(job, demands, 'after'),
    ].map((thing) => under(workOrderId, thing)),
  );
}

/** 422 listing everything that is missing. */
export function mustMissNothing(
  missing: readonly FieldError[],
  code: typeof NOT_READY_TO_BEGIN | typeof INCOMPLETE,
): void {
  if (missing.length > 0) throw refusal(422, code, {}, { errors: missing });
}

/** Steps of the service that were not done, or that the customer says were not; codes. */
export function missingSteps(sheet: Sheet, job: Job, demands: Demands): string[] {
  const undone = demands.steps.filter((step) => missingStep(step, job.steps[step.code]).length > 0);
  const codes = [...undone.map(({ code }) => code), ...job.markedMissing];
  if (sheet.fiveOnes === null || sheet.fiveOnes.length < FIVE_ONES.length) codes.push('five_ones');
  return [...new Set(codes)];
}

/** Whether the test allows the work: passed, or failed with a signed hazard where the work type lets that do. */
export function testIsEnough(test: TestView | null, demands: Demands): boolean {
  if (demands.readings === 'none') return true;
  if (test === null) return false;
  return test.passed || (demands.readings === 'tested' && test.hazardId !== null);
}

function missingSerial(job: Job, demands: Demands): FieldError[] {
  if (!demands.serial || job.serialNumber !== null) return [];
  return [fieldError('/serialNumber', 'required/serial')];
}

function missingTest(job: Job, demands: Demands, phase: 'before' | 'after'): FieldError[] {
  const test = job.tests[phase];
  if (testIsEnough(test, demands)) return [];
  const pointer = phase === 'before' ? '/testBefore' : '/testAfter';
  if (test === null) return [fieldError(pointer, `required/test_${phase}`)];
  return [fieldError(pointer, test.earthSafe ? `failed/${phase}` : 'unsafe_earth')];
}

function missingDiagnosis(job: Job, demands: Demands): FieldError[] {
  if (!demands.diagnosis || job.diagnosis !== null) return [];
  return [fieldError('/diagnosis', 'required/diagnosis')];
}

function missingAgreement(job: Job): FieldError[] {
  if (priceIsAgreed(job.work.cover, job.quote)) return [];
  const undecided = job.quote?.state === 'given';
  return [fieldError('/quote', undecided ? 'not_approved/undecided' : 'not_approved/no_quote')];
}

function missingStep(step: StepDemand, state: StepState | undefined): FieldError[] {
  const pointer = `/steps/${step.code}`;
  const named = { step: step.code, group: step.group };
  if (state === undefined) return [fieldError(pointer, 'required/step', named)];
  if (state.outcome === 'not_applicable' || state.evidence.length >= step.photos) return [];
  return [fieldError(`${pointer}/evidence`, 'evidence', { ...named, photos: step.photos })];
}

function under(workOrderId: Id, thing: FieldError): FieldError {
  return { ...thing, pointer: `/jobs/${workOrderId}${thing.pointer}` };
}
