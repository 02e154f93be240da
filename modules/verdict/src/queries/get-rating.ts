import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { mustSee } from '../policy.ts';
import { presentRating } from '../present.ts';
import { findRating, listFormerWords, type VerdictDb } from '../store/rating-store.ts';

/** What was said about an order, with what was said before. 404 while nothing was. */
export async function getRating(db: VerdictDb, caller: Caller, workOrderId: Id) {
  const rating = await findRating(db, workOrderId);
  if (!rating) throw notFound('rating', workOrderId);
  mustSee(caller, 'rating', workOrderId, rating);
  return presentRating(rating, await listFormerWords(db, workOrderId, rating.revision));
}
