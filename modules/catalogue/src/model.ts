import type { Id } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';

/** How a model's serial numbers are built: `coded20` tells model, factory and date; `free` tells nothing. */
export type SerialFormat = 'coded20' | 'free';

/** What the brand promises those who bought from one date to another. */
export interface WarrantyPromise {
  readonly boughtFrom: LocalDate;
  readonly boughtTo: LocalDate | null;
  readonly unitMonths: number;
  readonly mainPartMonths: number;
  readonly mainParts: readonly string[];
}

export interface ProductModel {
  readonly id: Id;
  readonly brand: string;
  readonly code: string;
  readonly category: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly onMarketFrom: LocalDate;
  readonly onMarketTo: LocalDate | null;
  /** Entry of the state's list of guaranteed goods; null: only the brand's promise holds. */
  readonly goodsCode: string | null;
  readonly serialFormat: SerialFormat;
  /** First nine characters of its serial numbers. */
  readonly productCode: string | null;
  readonly ratedWatts: number;
  /** Certificates every work on it needs. */
  readonly skills: readonly string[];
  readonly promises: readonly WarrantyPromise[];
}
