import type { ModuleParts, Runtime } from '@firstfix/platform';
import { insightRoutes } from './routes.ts';
import type { DB } from './tables.ts';

/** Figures of the promise: read-only over what the other modules publish. */
export function createInsight(runtime: Runtime): { parts: ModuleParts } {
  return {
    parts: {
      name: 'insight',
      routes: insightRoutes(runtime.database.kysely<DB>()),
      reactions: [],
      tasks: [],
      subjects: {},
      checks: [],
    },
  };
}
