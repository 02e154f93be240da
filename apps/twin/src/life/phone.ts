import { type Id, newId, type Point, toRfc3339 } from '@firstfix/kernel';
import type { Engineer } from '../cast.ts';
import type { Stage } from '../stage.ts';

/** An engineer's phone during one visit: who, where, which visit. */
export interface Phone {
  readonly stage: Stage;
  readonly engineer: Engineer;
  readonly visitId: Id;
  readonly workOrderId: Id;
  readonly place: Point;
}

/** What every command from the field carries. */
export function commandFields({ stage, place }: Pick<Phone, 'stage' | 'place'>) {
  return {
    commandId: newId(),
    occurredAt: toRfc3339(stage.clock.now()),
    position: { point: place, accuracyMetres: 8 },
  };
}
