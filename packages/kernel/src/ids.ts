import { v7 } from 'uuid';

/** A UUIDv7 in lower case. Unique and roughly ordered by creation; never used as the business order. */
export type Id = string;

export function newId(): Id {
  return v7();
}
