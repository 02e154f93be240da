import type { Identification } from '@firstfix/contract/fieldwork/codes';
import type { Id, Instant } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Demands } from '../demands.ts';
import type { ElectricLimits } from '../electric-safety.ts';
import type { PricedQuote } from '../quote.ts';
import type { JobWork } from '../sheet.ts';

/** A scanned serial as the registers know it; `malformed` is no serial of ours at all. */
export interface IdentifiedAppliance {
  readonly outcome: Identification | 'malformed';
  readonly applianceId: Id | null;
}

/** The job somebody asks about. */
export interface AskedJob {
  readonly workOrderId: Id;
  readonly householdId: Id;
  readonly territoryId: Id;
  readonly applianceId: Id | null;
  readonly productModelId: Id | null;
  readonly work: JobWork;
}

/** Work done on a known appliance, for its history. */
export interface ServiceDone {
  readonly applianceId: Id;
  readonly workOrderId: Id;
  readonly kind: string;
  readonly faultCode: string | null;
  readonly at: Instant;
  readonly engineerId: Id;
}

export interface QuoteItem {
  readonly code: string;
  readonly quantity: number;
}

/** What the field asks of catalogue, appliances and network; wired where the modules are put together. */
export interface FieldworkNeeds {
  /** Steps, serial, readings: what the work type demands. */
  demandsOf(workType: string): Promise<Demands> | Demands;
  electricLimitsOf(job: AskedJob, at: Instant): Promise<ElectricLimits> | ElectricLimits;
  identifyAppliance(serialNumber: string, job: AskedJob): Promise<IdentifiedAppliance>;
  recordService(tx: Tx, done: ServiceDone): Promise<void>;
  /** Prices of the published list in force at `at`; 422 for a code that is not on it. */
  priceOf(items: readonly QuoteItem[], job: AskedJob, at: Instant): Promise<PricedQuote>;
}
