import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
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
    triagedAt: toRfc3339OrNull(request.triagedAt),
    dueAt: toRfc3339OrNull(request.dueAt),
    closedAt: toRfc3339OrNull(request.closedAt),
  };
}
