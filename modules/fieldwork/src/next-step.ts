import type { FieldAction } from '@firstfix/contract/fieldwork/codes';
import type { FieldStep } from '@firstfix/contract/fieldwork/schemas';
import type { VisitState } from '@firstfix/contract/orders/states';
import type { Id } from '@firstfix/kernel';
import { type DemandedJob, missingToFinish, testIsEnough } from './checklist.ts';
import { priceIsAgreed } from './quote.ts';
import type { Sheet } from './sheet.ts';

/** The one thing to do next, for the big button on the phone. */
export function nextStep(
  state: VisitState,
  sheet: Sheet | undefined,
  jobs: readonly DemandedJob[],
): FieldStep {
  switch (state) {
    case 'planned':
    case 'accepted':
      return step('depart');
    case 'en_route':
      return step('arrive');
    case 'on_site':
      return sheet?.fiveOnes === null ? step('tick_five_ones') : (firstOf(jobs, beforeWork) ?? step('begin'));
    case 'in_service':
      return firstOf(jobs, beforeWork) ?? firstOf(jobs, duringWork) ?? step('finish');
    default:
      return { action: 'none', by: 'nobody', workOrderId: null };
  }
}

function beforeWork({ job, demands }: DemandedJob): FieldAction | undefined {
  if (demands.serial && job.serialNumber === null) return 'identify';
  if (!testIsEnough(job.tests.before, demands)) return 'test_before';
  if (demands.diagnosis && job.diagnosis === null) return 'diagnose';
  if (priceIsAgreed(job.work.cover, job.quote)) return undefined;
  return job.quote?.state === 'given' ? 'decide_quote' : 'give_quote';
}

function duringWork(demanded: DemandedJob): FieldAction | undefined {
  const missing = missingToFinish([demanded]);
  if (missing.some(({ pointer }) => pointer.includes('/steps/'))) return 'tick_steps';
  return missing.some(({ pointer }) => pointer.endsWith('/testAfter')) ? 'test_after' : undefined;
}

function firstOf(
  jobs: readonly DemandedJob[],
  find: (job: DemandedJob) => FieldAction | undefined,
): FieldStep | undefined {
  for (const job of jobs) {
    const action = find(job);
    if (action !== undefined) return step(action, job.workOrderId);
  }
  return undefined;
}

function step(action: FieldAction, workOrderId: Id | null = null): FieldStep {
  return { action, by: action === 'decide_quote' ? 'customer' : 'engineer', workOrderId };
}
