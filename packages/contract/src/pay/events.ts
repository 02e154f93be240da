import { Type } from 'typebox';
import { event } from '../event.ts';
import { Timestamp, Uuid } from '../schemas.ts';

const paymentRefs = Type.Object({ paymentId: Uuid, workOrderId: Uuid, territoryId: Uuid, at: Timestamp });

export const PAYMENT_PAID = event('pay.payment_paid', 'The customer paid', paymentRefs);
export const PAYMENT_REFUNDED = event('pay.payment_refunded', 'The customer got the money back', paymentRefs);

export const EARNING_POSTED = event(
  'pay.earning_posted',
  'A verdict earned engineer and outlet what the policy says',
  Type.Object({
    workOrderId: Uuid,
    revision: Type.Integer(),
    engineerId: Uuid,
    outletId: Uuid,
    territoryId: Uuid,
    at: Timestamp,
  }),
);
