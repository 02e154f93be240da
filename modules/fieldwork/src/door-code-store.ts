import { createHmac, randomBytes } from 'node:crypto';
import { type DoorCodes, digitsOf } from './door-code.ts';

/** A secret for one visit. */
export function newDoorSecret(): Buffer {
  return randomBytes(20);
}

/** The codes that follow from a visit's secret. */
export function doorCodesOf(secret: Buffer): DoorCodes {
  return (side, step) => digitsOf(createHmac('sha256', secret).update(`${side}:${step}`).digest());
}
