import { fieldError, invalidFields } from '@firstfix/contract/refusal';
import type { FieldError, Id, Instant, Money } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';

/** What is known of how it came into the home. */
export interface Purchase {
  readonly boughtOn: LocalDate | null;
  readonly invoiceNumber: string | null;
  readonly invoiceFen: Money | null;
  readonly deliveredOn: LocalDate | null;
  readonly installedOn: LocalDate | null;
}

/** A product instance in a home. */
export interface Appliance extends Purchase {
  readonly id: Id;
  readonly brand: string;
  readonly serialNumber: string | null;
  readonly modelId: Id | null;
  readonly category: string;
  readonly householdId: Id | null;
  readonly customerId: Id | null;
  readonly madeOn: LocalDate | null;
  readonly factory: string | null;
  readonly line: string | null;
  readonly batch: string | null;
  readonly installedBy: Id | null;
  readonly connected: boolean;
  readonly exchangeOf: Id | null;
  readonly exchangedOn: LocalDate | null;
  readonly retiredOn: LocalDate | null;
  readonly registeredAt: Instant;
  readonly version: number;
}

/** 422 naming every date that cannot be: in the future, before it was made, an invoice without its day. */
export function mustBePossible(appliance: Purchase & Pick<Appliance, 'madeOn'>, today: LocalDate): void {
  const errors: FieldError[] = [];
  for (const field of ['madeOn', 'boughtOn', 'deliveredOn', 'installedOn'] as const) {
    const date = appliance[field];
    if (date === null) continue;
    if (date > today) errors.push(fieldError(`/${field}`, 'future', { date }));
    else if (date < EARLIEST) errors.push(fieldError(`/${field}`, 'too_early', { date }));
    else if (appliance.madeOn !== null && date < appliance.madeOn) {
      errors.push(fieldError(`/${field}`, 'before_production', { madeOn: appliance.madeOn }));
    }
  }
  if (appliance.boughtOn === null && appliance.invoiceNumber !== null) {
    errors.push(fieldError('/boughtOn', 'required/invoice_date'));
  }
  if (errors.length === 0) return;
  throw invalidFields(errors);
}

const EARLIEST = '1980-01-01';
