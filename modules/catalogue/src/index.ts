export type { ElectricLimits } from './electric-limits.ts';
export type { ProductModel, WarrantyPromise } from './model.ts';
export { type Catalogue, createCatalogue } from './module.ts';
export type { PricedBasket } from './price-list.ts';
export type { Fault, Step, Symptom, WorkType } from './reference.ts';
export { seedCatalogue } from './seeds/seed-catalogue.ts';
