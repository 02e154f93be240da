import { type Id, notFound } from '@firstfix/kernel';
import { isVisible } from '@firstfix/orders';
import type { Caller } from '@firstfix/platform';

/** 404 for a rating, complaint or follow-up outside the caller's rows. */
export function mustSee(caller: Caller, thing: string, id: Id, row: Parameters<typeof isVisible>[1]): void {
  if (!isVisible(caller, row)) throw notFound(thing, id);
}
