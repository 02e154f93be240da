import type { Id } from '@firstfix/kernel';

/** The subject types of this module's topics. */
export const VISIT_TOPIC = 'visit';
export const TERRITORY_TOPIC = 'territory-positions';

/** Screens that follow somebody on the way to this visit. */
export function positionTopics(visit: { readonly id: Id; readonly territoryId: Id }): string[] {
  return [`${VISIT_TOPIC}:${visit.id}`, `${TERRITORY_TOPIC}:${visit.territoryId}`];
}
