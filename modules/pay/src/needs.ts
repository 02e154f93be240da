import type { QuoteLine } from '@firstfix/contract/fieldwork/schemas';
import type { Id } from '@firstfix/kernel';
import type { LocalDate, Zone } from '@firstfix/kernel/zone';
import type { Orders } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import type { PaymentProvider } from './adapters/payment-provider.ts';
import type { WagesPolicy } from './wage-policy.ts';

/** What the visit came to, as fieldwork knows it. */
export interface WorkSummary {
  /** 0 under warranty and while the customer approved none. */
  readonly approvedQuoteFen: number;
  readonly quoteLines: readonly QuoteLine[];
  readonly repairClass: string | null;
  /** Driven to the customer; null when unknown. */
  readonly distanceMetres: number | null;
}

/** What this module is given. */
export interface PayNeeds {
  readonly orders: Orders;
  /** Asked inside a transaction, on its connection; `undefined` when nobody ever set out. */
  readonly summaryOf: (workOrderId: Id, tx: Tx) => Promise<WorkSummary | undefined>;
  readonly findEngineer: (
    id: Id,
  ) => Promise<{ readonly grade: keyof WagesPolicy['gradeBasisPoints']; readonly outletId: Id } | undefined>;
  readonly findTerritory: (
    id: Id,
  ) => Promise<{ readonly regionCode: string; readonly zone: Zone } | undefined>;
  /** Whether an open offer of the order has reached the engineer. */
  readonly isOfferedTo: (engineerId: Id, workOrderId: Id) => Promise<boolean>;
  readonly isPublicHoliday: (date: LocalDate) => boolean;
  readonly provider: PaymentProvider;
}
