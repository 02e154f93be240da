import type { FollowUpOutcome, LiableParty } from '@firstfix/contract/verdict/schemas';
import type { Id } from '@firstfix/kernel';
import { findFollowUp } from '../store/follow-up-store.ts';
import { findRating, type VerdictDb } from '../store/rating-store.ts';

/** Where an order's verdict stands, for settlement: what is still open and who was judged liable. */
export interface Verdict {
  readonly stars: number | null;
  readonly neutral: boolean;
  readonly counts: boolean;
  readonly followUp: FollowUpOutcome | null;
  readonly openComplaints: number;
  readonly liable: readonly LiableParty[];
}

/** `undefined` while nobody judged the order. */
export async function verdictOf(db: VerdictDb, workOrderId: Id): Promise<Verdict | undefined> {
  const [rating, followUp, complaints] = await Promise.all([
    findRating(db, workOrderId),
    findFollowUp(db, workOrderId),
    db
      .selectFrom('verdict.complaint')
      .select(['closed_at', 'liable'])
      .where('work_order_id', '=', workOrderId)
      .execute(),
  ]);
  if (!rating) return undefined;
  return {
    stars: rating.stars,
    neutral: rating.neutral,
    counts: rating.counts,
    followUp: followUp?.outcome ?? null,
    openComplaints: complaints.filter((complaint) => complaint.closed_at === null).length,
    liable: complaints.flatMap(({ liable }) => (liable === null ? [] : [liable as LiableParty])),
  };
}
