import { Type } from 'typebox';
import { event } from '../event.ts';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';

const refs = { applianceId: Uuid, householdId: Nullable(Uuid), customerId: Nullable(Uuid), at: Timestamp };

export const APPLIANCE_REGISTERED = event(
  'appliances.appliance_registered',
  'An appliance stands in a home',
  Type.Object({ ...refs, modelId: Nullable(Uuid), category: Type.String() }),
);
export const SERVICE_RECORDED = event(
  'appliances.service_recorded',
  'Something was done to an appliance',
  Type.Object({ ...refs, workOrderId: Uuid, kind: Type.String(), faultCode: Nullable(Type.String()) }),
);
