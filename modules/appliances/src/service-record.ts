import type { Delay } from '@firstfix/contract/appliances/schemas';
import type { Id, Instant } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { daysBetween } from './days.ts';
import type { Repair } from './repair.ts';

/** Something that was done to an appliance. */
export interface ServiceRecord {
  readonly workOrderId: Id;
  readonly kind: string;
  readonly faultCode: string | null;
  readonly outcome: 'done' | 'failed';
  /** Handed over for repair; the same as `at` when it was done at once. */
  readonly receivedAt: Instant;
  readonly at: Instant;
  readonly daysInRepair: number;
  readonly delayedBy: Delay | null;
}

/** Calendar days between being handed over and being done. */
export function daysInRepair(receivedAt: Instant, at: Instant): number {
  return daysBetween(localDateOf(receivedAt, DEFAULT_ZONE), localDateOf(at, DEFAULT_ZONE));
}

/** Repairs as the guarantees see them; installations and care are none. */
export function toRepairs(records: readonly ServiceRecord[]): Repair[] {
  return records
    .filter(({ kind }) => kind === 'repair')
    .map(({ receivedAt, at, faultCode, outcome, delayedBy }) => ({
      receivedOn: localDateOf(receivedAt, DEFAULT_ZONE),
      doneOn: localDateOf(at, DEFAULT_ZONE),
      faultCode,
      failed: outcome === 'failed',
      delayedBy,
    }));
}
