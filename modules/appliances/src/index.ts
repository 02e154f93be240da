export type { Appliance } from './appliance.ts';
export type { Entitlement } from './entitlement.ts';
export { type Appliances, createAppliances } from './module.ts';
export type { NewRecord } from './operations/record-service.ts';
export type { NewAppliance } from './operations/register-appliance.ts';
export { seedAppliances } from './seeds/seed-appliances.ts';
export { checkCharacterOf } from './serial-number.ts';
