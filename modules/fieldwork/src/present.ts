import type { FieldSheetView, JobView } from '@firstfix/contract/fieldwork/schemas';
import type { Language } from '@firstfix/contract/language';
import type { VisitState } from '@firstfix/contract/orders/states';
import { tellField } from '@firstfix/contract/refusals/say';
import { toRfc3339OrNull } from '@firstfix/kernel';
import { type DemandedJob, missingToFinish } from './checklist.ts';
import { nextStep } from './next-step.ts';
import { flagsOf, type Sheet } from './sheet.ts';

/** The sheet of a visit as its reader may see it. */
export function presentSheet(
  state: VisitState,
  sheet: Sheet,
  jobs: readonly DemandedJob[],
  reader: { readonly withFlags: boolean; readonly language: Language },
): FieldSheetView {
  return {
    visitId: sheet.visitId,
    state,
    version: sheet.version,
    nextStep: nextStep(state, sheet, jobs),
    missing: (sheet.endedHow === null ? missingToFinish(jobs) : []).map((one) =>
      tellField(reader.language, one),
    ),
    departedAt: toRfc3339OrNull(sheet.departedAt),
    arrivedAt: toRfc3339OrNull(sheet.arrivedAt),
    beganAt: toRfc3339OrNull(sheet.beganAt),
    endedAt: toRfc3339OrNull(sheet.endedAt),
    distanceMetres: sheet.distanceMetres,
    doorCode: sheet.doorCode,
    fiveOnes: sheet.fiveOnes === null ? null : [...sheet.fiveOnes],
    jobs: jobs.map(presentJob),
    flags: reader.withFlags
      ? flagsOf(
          sheet,
          jobs.map(({ job }) => job),
        )
      : null,
  };
}

function presentJob({ workOrderId, job, demands }: DemandedJob): JobView {
  const { workType, category, cover } = job.work;
  return {
    workOrderId,
    workType,
    category,
    cover,
    serialNumber: job.serialNumber,
    applianceId: job.applianceId,
    identification: job.identification,
    testBefore: job.tests.before,
    testAfter: job.tests.after,
    diagnosis: job.diagnosis,
    quote: job.quote,
    parts: job.parts.map(({ partCode, quantity, newSerial, oldSerial }) => ({
      partCode,
      quantity,
      newSerial: newSerial ?? null,
      oldSerial: oldSerial ?? null,
    })),
    steps: demands.steps.map(({ code, group, photos }) => ({
      code,
      group,
      photosNeeded: photos,
      outcome: job.steps[code]?.outcome ?? null,
      evidence: [...(job.steps[code]?.evidence ?? [])],
      markedMissing: job.markedMissing.includes(code),
    })),
  };
}
