import type { RepairClass, StepEvidence } from '@firstfix/contract/catalogue/schemas';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { SymptomPhrases } from './match-symptom.ts';

export interface Category {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly electricClass: string;
}

export interface Symptom extends SymptomPhrases {
  readonly category: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly difficulty: number;
  readonly skills: readonly string[];
  readonly probableParts: readonly string[];
}

export interface FaultTerm {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What an engineer found: one symptom, its cause, the part and what was done. */
export interface Fault {
  readonly category: string;
  readonly code: string;
  readonly symptomCode: string;
  readonly cause: FaultTerm;
  readonly faultyPart: FaultTerm;
  readonly remedy: FaultTerm;
  readonly repairClass: RepairClass;
}

/** A step of the visit and what proves it. */
export interface Step {
  readonly code: string;
  readonly group: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly evidence: StepEvidence;
  readonly mayNotApply: boolean;
}

/** What a work type takes on a category. */
export interface Norm {
  readonly category: string;
  readonly standardSeconds: number;
  readonly limitSeconds: number;
  readonly difficulty: number;
  readonly skills: readonly string[];
}

export interface WorkType {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly checklist: readonly Step[];
  readonly evidence: readonly string[];
  readonly gates: readonly string[];
  readonly norms: readonly Norm[];
}

export interface ElectricClassLimits {
  readonly effectiveFrom: LocalDate;
  readonly electricClass: string;
  readonly voltageMinimumVolts: number;
  readonly voltageMaximumVolts: number;
  readonly earthMaximumOhms: number | null;
  readonly protectiveConductorMaximumOhms: number | null;
  readonly neutralToEarthMaximumVolts: number | null;
  readonly insulationMinimumMegohms: number;
  readonly leakageMaximumMilliamps: number;
  readonly leakageMilliampsPerKw: number | null;
  readonly rcdTripMaximumSeconds: number;
}

/** Everything of the catalogue that is small and rarely changes, read at once. */
export interface Reference {
  readonly categories: readonly Category[];
  readonly symptoms: ReadonlyMap<string, readonly Symptom[]>;
  readonly faults: ReadonlyMap<string, readonly Fault[]>;
  readonly workTypes: ReadonlyMap<string, WorkType>;
  readonly electricLimits: readonly ElectricClassLimits[];
}
