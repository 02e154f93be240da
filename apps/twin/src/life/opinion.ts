import type { RatingBody } from '@firstfix/contract/verdict/schemas';

/** What a customer lived through. */
export interface Experience {
  /** Minutes after the end of the promised window; 0 when in time. */
  readonly lateMinutes: number;
  readonly paidFen: number;
  /** Steps of the service the customer saw left out. */
  readonly missingSteps: number;
  /** From 0 (easily pleased) up to 1 (hard to please). */
  readonly severity: number;
}

const LATE_MINUTES = 15;
const VERY_LATE_MINUTES = 60;
const DEAR_FEN = 30_000;

/** The rating such an experience gets: stars fall for lateness, a high price and what was left out. */
export function opinionOf({ lateMinutes, paidFen, missingSteps, severity }: Experience): RatingBody {
  const late = lateMinutes >= VERY_LATE_MINUTES ? 2 : lateMinutes >= LATE_MINUTES ? 1 : 0;
  const dear = paidFen > DEAR_FEN && severity > 0.5 ? 1 : 0;
  const moody = severity > 0.97 ? 1 : 0;
  const stars = Math.max(1, 5 - late - dear - moody - Math.min(2, missingSteps));
  const tags: RatingBody['tags'] = [late > 0 ? 'late' : 'on_time', 'fixed'];
  if (paidFen > 0) tags.push(dear > 0 ? 'price_unclear' : 'price_clear');
  tags.push(missingSteps > 0 ? 'left_dirty' : 'left_clean');
  return { stars, tags };
}
