import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { type Instant, toRfc3339 } from '@firstfix/kernel';
import type { ServiceRequest } from './service-request.ts';

/** Aggregate → contract. */
export function presentRequest(request: ServiceRequest): ServiceRequestView {
  const { advisedAt: _, ...shown } = request;
  return {
    ...shown,
    photos: [...request.photos],
    suspectedDuplicateOf: [...request.suspectedDuplicateOf],
    wishedWindows: request.wishedWindows.map(({ start, end }) => ({
      start: toRfc3339(start),
      end: toRfc3339(end),
    })),
    items: request.items.map((item) => ({
      ...item,
      triage: { ...item.triage, skills: [...item.triage.skills] },
    })),
    registeredAt: toRfc3339(request.registeredAt),
    triagedAt: presentTime(request.triagedAt),
    dueAt: presentTime(request.dueAt),
    closedAt: presentTime(request.closedAt),
  };
}

function presentTime(instant: Instant | null): string | null {
  return instant === null ? null : toRfc3339(instant);
}
