import { Type } from 'typebox';
import { event } from '../event.ts';
import { Timestamp, Uuid } from '../schemas.ts';

export const CUSTOMER_ERASED = event(
  'customers.customer_erased',
  'A customer’s personal data is gone; the id stays',
  Type.Object({ customerId: Uuid, at: Timestamp }),
);

export const CONSENT_CHANGED = event(
  'customers.consent_changed',
  'A customer gave or withdrew a consent',
  Type.Object({ customerId: Uuid, purpose: Type.String(), granted: Type.Boolean(), at: Timestamp }),
);
