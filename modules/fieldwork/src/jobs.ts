import type { FieldPolicy } from '@firstfix/contract/fieldwork/policy';
import { DAY, type Instant } from '@firstfix/kernel';
import { at, type Task } from '@firstfix/platform';
import type { DB } from './tables.ts';

/** Where engineers were is forgotten after some weeks; the distance to the place stays on the sheet. */
export function forgetPositions(policyAt: (now: Instant) => Promise<FieldPolicy>): Task {
  return {
    name: 'fieldwork.forget_positions',
    everySeconds: 3600,
    run: async (tx) => {
      const { positionDays } = await policyAt(tx.now);
      const tables = tx.tables<DB>();
      const before = at(tx.now - positionDays * DAY);
      await Promise.all([
        tables
          .updateTable('fieldwork.command')
          .set({ lat: null, lng: null, accuracy_metres: null })
          .where('lat', 'is not', null)
          .where('received_at', '<', before)
          .execute(),
        tables.deleteFrom('fieldwork.position').where('received_at', '<', before).execute(),
        tables.deleteFrom('fieldwork.last_position').where('at', '<', before).execute(),
      ]);
    },
  };
}
