import { STEP_GROUPS, type StepGroup } from '@firstfix/contract/fieldwork/codes';

/** One step of the 1 + 5 as a work type demands it. */
export interface StepDemand {
  readonly code: string;
  readonly group: StepGroup;
  /** Photos without which it does not count as done. */
  readonly photos: number;
  /** Whether there may be nothing to do, like no other appliance to inspect. */
  readonly mayNotApply: boolean;
}

/** What a work type demands of the visit. */
export interface Demands {
  readonly serial: boolean;
  /** `passed`: nothing goes on over a failed test; `tested`: a failed one with its signed hazard will do. */
  readonly readings: 'none' | 'tested' | 'passed';
  readonly diagnosis: boolean;
  readonly steps: readonly StepDemand[];
}

/** The 1 + 5 where the catalogue has no checklist of its own. */
const USUAL_STEPS: readonly StepDemand[] = [
  { code: 'do_the_job', group: 'work', photos: 1, mayNotApply: false },
  { code: 'check_electricity', group: 'electricity', photos: 0, mayNotApply: false },
  { code: 'explain_use', group: 'explanation', photos: 0, mayNotApply: false },
  { code: 'maintain_product', group: 'maintenance', photos: 0, mayNotApply: true },
  { code: 'inspect_others', group: 'inspection', photos: 0, mayNotApply: true },
  { code: 'leave_clean', group: 'cleanliness', photos: 1, mayNotApply: false },
];

/** Work that connects power: over an unsafe earth it is refused (拒绝安装). */
const CONNECTING = new Set(['install', 'relocate', 'commission']);
const WITHOUT_APPLIANCE = new Set(['survey', 'project']);
const WITHOUT_POWER = new Set([...WITHOUT_APPLIANCE, 'appraise', 'trade_in']);

/** What a work type demands that the catalogue does not have. */
export function usualDemands(workType: string): Demands {
  return {
    serial: !WITHOUT_APPLIANCE.has(workType),
    readings: WITHOUT_POWER.has(workType) ? 'none' : testing(workType),
    diagnosis: workType === 'repair',
    steps: USUAL_STEPS,
  };
}

/** A work type of the catalogue, as far as the visit needs it. */
export interface ListedWorkType {
  readonly code: string;
  readonly checklist: readonly ListedStep[];
  /** Like `photo_before`. */
  readonly evidence: readonly string[];
  /** Like `serial`, `electric_safety`, `fault_code`. */
  readonly gates: readonly string[];
}

interface ListedStep {
  readonly code: string;
  readonly group: string;
  readonly evidence: string;
  readonly mayNotApply: boolean;
}

/** Steps the sheet proves by itself: the diagnosis it holds, the quote that was decided on. */
const PROVEN_ELSEWHERE = new Set(['diagnose', 'quote']);

/** What the catalogue's checklist and gates demand. */
export function listedDemands({ code, checklist, evidence, gates }: ListedWorkType): Demands {
  return {
    serial: gates.includes('serial'),
    readings: gates.includes('electric_safety') ? testing(code) : 'none',
    diagnosis: gates.includes('fault_code'),
    steps: checklist.flatMap((step) => listedStep(step, evidence) ?? []),
  };
}

/** Before the work and after the end the visit has its own commands: only the 1 + 5 is ticked. */
function listedStep(step: ListedStep, evidence: readonly string[]): StepDemand | undefined {
  const group = STEP_GROUPS.find((known) => known === step.group);
  if (group === undefined || PROVEN_ELSEWHERE.has(step.code)) return undefined;
  const { code, mayNotApply } = step;
  return { code, group, photos: step.evidence === 'photo' ? photosOf(code, evidence) : 0, mayNotApply };
}

/** The job itself is shown before and after, where the work type asks for both. */
function photosOf(step: string, evidence: readonly string[]): number {
  if (step !== 'do_the_job') return 1;
  return Math.max(1, evidence.filter((one) => one.startsWith('photo_')).length);
}

function testing(workType: string): Demands['readings'] {
  return CONNECTING.has(workType) ? 'passed' : 'tested';
}
