import type { RatedWork } from './rating.ts';

/** Screens that should look again when the verdict on this order changed. */
export function topicsOf(
  work: Pick<RatedWork, 'workOrderId' | 'territoryId'> & { engineerId: string | null },
): string[] {
  const topics = [`work-order:${work.workOrderId}`, `territory:${work.territoryId}`];
  return work.engineerId === null ? topics : [...topics, `engineer:${work.engineerId}`];
}
