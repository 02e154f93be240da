import { createRuntime, type DatabaseConnection, readConfig } from '@firstfix/platform';
import { openCast } from './demo/open-cast.ts';
import { createModules } from './modules.ts';

/** Signs the demo's people in beside a running server; what comes back is the cast of the simulation. */
export async function castPeople(options: { database: DatabaseConnection; dataDir: string }) {
  const runtime = await createRuntime({
    config: { ...readConfig(process.env), poolSize: 2 },
    connection: options.database,
    dataDir: options.dataDir,
    clockFactor: 1,
    afterCommit: () => undefined,
  });
  try {
    return await openCast(runtime, await createModules(runtime));
  } finally {
    await runtime.database.close();
  }
}
