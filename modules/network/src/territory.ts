import type { Id } from '@firstfix/kernel';
import type { Zone } from '@firstfix/kernel/zone';

export type MarketTier = 1 | 2 | 3;

/** Where one team works: plans, clocks and wall-clock rules go by it. */
export interface Territory {
  readonly id: Id;
  readonly name: string;
  readonly cityId: Id;
  readonly regionId: Id;
  /** Administrative division code of the city; price lists go by it. */
  readonly regionCode: string;
  readonly zone: Zone;
  readonly marketTier: MarketTier;
  /** The staff user who answers for the territory's orders from first contact to closure. */
  readonly orderOwnerId: Id;
}
