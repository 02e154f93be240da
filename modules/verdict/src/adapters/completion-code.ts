import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Id } from '@firstfix/kernel';

/** Wrong tries before entering codes is locked. */
export const MAX_WRONG_TRIES = 5;
export const LOCK_MINUTES = 15;

/** A hash under a key that is not in the database: a million codes are tried in a second without one. */
export type KeyedHash = (purpose: string, text: string) => Buffer;

/** Six digits. */
export function newCompletionCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** What is kept of the code of an order. */
export function hashCode(keyedHash: KeyedHash, workOrderId: Id, code: string): Buffer {
  return keyedHash('verdict.completion_code', `${workOrderId}:${code}`);
}

export function isSameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
