import { Type } from 'typebox';
import { CategoryCode } from '../catalogue/schemas.ts';
import { endpoint } from '../endpoint.ts';
import { DateOnly, IdParams, Nullable, PageOf, pageQuery, Uuid } from '../schemas.ts';
import {
  ApplianceView,
  Brand,
  ConsumerOptionsView,
  EntitlementView,
  purchase,
  SERIAL_CHECKS,
  SerialNumber,
  ServiceRecordView,
} from './schemas.ts';

const module = 'appliances';

/** Codes of this module's refusals. */
export const SERIAL_TAKEN = 'appliances.serial_taken';
export const SERIAL_MALFORMED = 'appliances.serial_malformed';
export const OTHER_MODEL = 'appliances.serial_of_other_model';
export const ALREADY_EXCHANGED = 'appliances.already_exchanged';

const office = { agent: 'all', quality: 'all', finance: 'all', director: 'all', admin: 'all' } as const;
/** Engineers reach any appliance: they stand before it and scan. */
const readers = { customer: 'own', engineer: 'all', ...office } as const;

const optionalPurchase = {
  boughtOn: Type.Optional(purchase.boughtOn),
  invoiceNumber: Type.Optional(purchase.invoiceNumber),
  invoiceFen: Type.Optional(purchase.invoiceFen),
  deliveredOn: Type.Optional(purchase.deliveredOn),
  installedOn: Type.Optional(purchase.installedOn),
};

export const registerAppliance = endpoint({
  id: 'registerAppliance',
  method: 'POST',
  path: '/api/appliances',
  module,
  summary: 'Register an appliance of a household',
  description:
    'The serial number tells model, factory and date where the model encodes them. A customer registers their own.',
  may: { customer: 'own', engineer: 'all', agent: 'all' },
  body: Type.Object({
    serialNumber: Type.Optional(Nullable(SerialNumber)),
    modelId: Type.Optional(Nullable(Uuid)),
    brand: Type.Optional(Brand),
    category: Type.Optional(CategoryCode),
    householdId: Type.Optional(Nullable(Uuid)),
    customerId: Type.Optional(Nullable(Uuid)),
    connected: Type.Optional(Type.Boolean({ default: false })),
    madeOn: Type.Optional(Nullable(DateOnly)),
    ...optionalPurchase,
  }),
  response: ApplianceView,
  status: 201,
  errors: [SERIAL_TAKEN, SERIAL_MALFORMED, OTHER_MODEL],
});

export const getAppliance = endpoint({
  id: 'getAppliance',
  method: 'GET',
  path: '/api/appliances/{id}',
  module,
  summary: 'One appliance',
  may: readers,
  params: IdParams,
  response: ApplianceView,
});

export const listAppliances = endpoint({
  id: 'listAppliances',
  method: 'GET',
  path: '/api/appliances',
  module,
  summary: 'What stands in a household, or belongs to a customer',
  description: 'Customers see their own. The office names a household or a customer.',
  may: { customer: 'own', ...office },
  query: Type.Object({
    ...pageQuery,
    householdId: Type.Optional(Uuid),
    customerId: Type.Optional(Uuid),
  }),
  response: PageOf(ApplianceView),
});

export const findBySerial = endpoint({
  id: 'findBySerial',
  method: 'GET',
  path: '/api/appliance-serials/{serialNumber}',
  module,
  summary: 'The appliances with this serial number; of different brands, if more than one',
  may: readers,
  params: Type.Object({ serialNumber: SerialNumber }),
  response: Type.Object({ items: Type.Array(ApplianceView) }),
});

export const checkSerial = endpoint({
  id: 'checkSerial',
  method: 'GET',
  path: '/api/appliance-serials/{serialNumber}/check',
  module,
  summary: 'Whether a serial number can be that of this model, in this household',
  may: { engineer: 'all', agent: 'all', quality: 'all', admin: 'all' },
  params: Type.Object({ serialNumber: SerialNumber }),
  query: Type.Object({ modelId: Type.Optional(Uuid), householdId: Type.Optional(Uuid) }),
  response: Type.Object({
    result: Type.Enum([...SERIAL_CHECKS]),
    applianceId: Nullable(Uuid),
    modelId: Nullable(Uuid),
    madeOn: Nullable(DateOnly),
  }),
});

export const listServiceHistory = endpoint({
  id: 'listServiceHistory',
  method: 'GET',
  path: '/api/appliances/{id}/history',
  module,
  summary: 'What was done to an appliance, newest first',
  may: readers,
  params: IdParams,
  response: Type.Object({ items: Type.Array(ServiceRecordView) }),
});

export const getEntitlement = endpoint({
  id: 'getEntitlement',
  method: 'GET',
  path: '/api/appliances/{id}/entitlement',
  module,
  summary: 'What the guarantees cover on a date, and why',
  may: readers,
  params: IdParams,
  query: Type.Object({ on: Type.Optional(DateOnly) }),
  response: EntitlementView,
});

export const getConsumerOptions = endpoint({
  id: 'getConsumerOptions',
  method: 'GET',
  path: '/api/appliances/{id}/consumer-options',
  module,
  summary: 'Repair, exchange or refund: what the consumer may choose for a performance fault',
  may: { ...office, customer: 'own' },
  params: IdParams,
  query: Type.Object({
    faultOn: DateOnly,
    faultCode: Type.Optional(Type.String({ maxLength: 30 })),
    sentOn: Type.Optional(DateOnly),
    delayedBy: Type.Optional(Type.Enum(['part', 'repairer'])),
    sameModelAvailable: Type.Optional(Type.Boolean({ default: true })),
  }),
  response: ConsumerOptionsView,
});

export const correctPurchase = endpoint({
  id: 'correctPurchase',
  method: 'PATCH',
  path: '/api/appliances/{id}/purchase',
  module,
  summary: 'Correct when and how an appliance was bought, delivered, installed',
  description: 'Fields left out stay; null takes a value back. The audit trail keeps what was there before.',
  may: { agent: 'all', admin: 'all' },
  params: IdParams,
  body: Type.Object({ ...optionalPurchase, reason: Type.String({ minLength: 1, maxLength: 200 }) }),
  response: ApplianceView,
  ifMatch: true,
});
