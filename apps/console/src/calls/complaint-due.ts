import type { ComplaintView } from '@firstfix/contract/verdict/schemas';
import { type Instant, parseInstant } from '@firstfix/kernel';

/** The first answer is due first, then the end. */
export function dueOf({ answeredAt, answerDueAt, closeDueAt }: ComplaintView): Instant {
  return parseInstant(answeredAt === null ? answerDueAt : closeDueAt);
}
