import { notFound } from '@firstfix/contract/refusal';
import type { Thing } from '@firstfix/contract/refusals/named-codes';
import type { Id } from '@firstfix/kernel';
import { isVisible } from '@firstfix/orders';
import type { Caller } from '@firstfix/platform';

/** 404 for a rating, complaint or follow-up outside the caller's rows. */
export function mustSee(caller: Caller, thing: Thing, id: Id, row: Parameters<typeof isVisible>[1]): void {
  if (!isVisible(caller, row)) throw notFound(thing, id);
}
