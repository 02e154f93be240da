import type { WireValue } from './packet.ts';

/** A statement's value as PostgreSQL reads it; objects as JSON, lists as arrays. Throws for what has no such form. */
export function wireValue(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Date) return instantText(value);
  if (Array.isArray(value)) return arrayText(value);
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return JSON.stringify(value);
}

/** Month, day, time and zone of an ISO text, whatever its year. */
const AFTER_THE_YEAR = -20;

/** PostgreSQL counts no year 0 and writes those before 1 as BC; beyond 9999 a year has more digits and no sign. */
function instantText(instant: Date): string {
  const year = instant.getUTCFullYear();
  const counted = String(year > 0 ? year : 1 - year).padStart(4, '0');
  return `${counted}${instant.toISOString().slice(AFTER_THE_YEAR)}${year > 0 ? '' : ' BC'}`;
}

function arrayText(list: readonly unknown[]): string {
  return `{${list.map(elementText).join(',')}}`;
}

function elementText(element: unknown): string {
  if (Array.isArray(element)) return arrayText(element);
  const value = wireValue(element);
  if (value === null) return 'NULL';
  if (typeof value === 'object') return `\\\\x${value.toString('hex')}`;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
