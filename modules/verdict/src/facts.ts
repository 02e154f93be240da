import { type Instant, toRfc3339 } from '@firstfix/kernel';
import type { Complaint } from './complaint.ts';
import type { Rating } from './rating.ts';

/** What others are told of a rating: references and stars, no words. */
export function ratingFacts(rating: Rating) {
  return {
    workOrderId: rating.workOrderId,
    customerId: rating.customerId,
    engineerId: rating.engineerId,
    outletId: rating.outletId,
    territoryId: rating.territoryId,
    revision: rating.revision,
    stars: rating.stars,
    neutral: rating.neutral,
    counts: rating.counts,
    at: toRfc3339(rating.changedAt),
  };
}

export function complaintFacts(complaint: Complaint, now: Instant) {
  return {
    complaintId: complaint.id,
    workOrderId: complaint.workOrderId,
    customerId: complaint.customerId,
    engineerId: complaint.engineerId,
    outletId: complaint.outletId,
    territoryId: complaint.territoryId,
    severity: complaint.severity,
    at: toRfc3339(now),
  };
}
