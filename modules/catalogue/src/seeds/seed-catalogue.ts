import type { Tx } from '@firstfix/platform';
import { seedFaults, seedSymptoms } from './seed-faults.ts';
import { seedCategories, seedElectricLimits, seedModels, seedPromises } from './seed-models.ts';
import { seedPriceLists } from './seed-price-lists.ts';
import { seedWorkTypes } from './seed-work-types.ts';

/**
 * Writes the catalogue the product ships: categories, models, faults, work types, prices, limits. Again and again:
 * what is there is brought to the shipped state, published price lists stay as they are.
 */
export async function seedCatalogue(tx: Tx): Promise<void> {
  await seedCategories(tx);
  await Promise.all([
    seedModels(tx),
    seedPromises(tx),
    seedElectricLimits(tx),
    seedSymptoms(tx),
    seedWorkTypes(tx),
  ]);
  await seedFaults(tx);
  await seedPriceLists(tx);
}
