import { type Instant, toRfc3339 } from '@firstfix/kernel';
import type { EngineerRecord } from './engineer.ts';

/** The references every event of an engineer carries. */
export function engineerFacts(
  engineer: Pick<EngineerRecord, 'id' | 'outletId' | 'territoryId'>,
  now: Instant,
) {
  return {
    engineerId: engineer.id,
    outletId: engineer.outletId,
    territoryId: engineer.territoryId,
    at: toRfc3339(now),
  };
}

/** Screens that should look again when something about this engineer changed. */
export function topicsOf(engineer: Pick<EngineerRecord, 'id' | 'territoryId'>): string[] {
  return [`engineer:${engineer.id}`, `territory:${engineer.territoryId}`];
}
