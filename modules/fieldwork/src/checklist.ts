import { FIVE_ONES } from '@firstfix/contract/fieldwork/codes';
import type { TestView } from '@firstfix/contract/fieldwork/schemas';
import { DomainError, type FieldError, type Id } from '@firstfix/kernel';
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
export function mustMissNothing(missing: readonly FieldError[], code: string, verb: string): void {
  if (missing.length === 0) return;
  throw new DomainError(
    422,
    code,
    `The visit cannot ${verb} yet: ${missing.map(({ message }) => message).join('; ')}.`,
    { errors: missing },
  );
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
  return [{ pointer: '/serialNumber', code: 'required', message: 'the serial was not scanned' }];
}

function missingTest(job: Job, demands: Demands, phase: 'before' | 'after'): FieldError[] {
  const test = job.tests[phase];
  if (testIsEnough(test, demands)) return [];
  const pointer = phase === 'before' ? '/testBefore' : '/testAfter';
  if (test === null) {
    return [{ pointer, code: 'required', message: `no electric safety test ${phase} the work` }];
  }
  const message = test.earthSafe
    ? `the electric safety test ${phase} the work failed: put it right and measure again`
    : 'there is no safe earth: nothing is installed until it is put right and measured again';
  return [{ pointer, code: test.earthSafe ? 'failed' : 'unsafe_earth', message }];
}

function missingDiagnosis(job: Job, demands: Demands): FieldError[] {
  if (!demands.diagnosis || job.diagnosis !== null) return [];
  return [{ pointer: '/diagnosis', code: 'required', message: 'the fault is not set' }];
}

function missingAgreement(job: Job): FieldError[] {
  if (priceIsAgreed(job.work.cover, job.quote)) return [];
  const message =
    job.quote?.state === 'given'
      ? 'the customer has not decided on the quote'
      : 'chargeable work needs a quote the customer approved';
  return [{ pointer: '/quote', code: 'not_approved', message }];
}

function missingStep(step: StepDemand, state: StepState | undefined): FieldError[] {
  const pointer = `/steps/${step.code}`;
  if (state === undefined) return [{ pointer, code: 'required', message: `step ${step.code} is not ticked` }];
  if (state.outcome === 'not_applicable' || state.evidence.length >= step.photos) return [];
  return [
    {
      pointer: `${pointer}/evidence`,
      code: 'evidence',
      message: `step ${step.code} needs ${step.photos} photo(s)`,
    },
  ];
}

function under(workOrderId: Id, thing: FieldError): FieldError {
  return { ...thing, pointer: `/jobs/${workOrderId}${thing.pointer}` };
}
