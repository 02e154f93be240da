import {
  createRuntime,
  type DatabaseConnection,
  examine,
  type Finding,
  platformChecks,
  readConfig,
} from '@firstfix/platform';
import { createModules } from './modules.ts';

/** Runs every module's checks on the stored data as it is. */
export async function examineInstallation(options: {
  database: DatabaseConnection;
  dataDir: string;
}): Promise<Finding[]> {
  const runtime = await createRuntime({
    config: { ...readConfig(process.env), poolSize: 2 },
    connection: options.database,
    dataDir: options.dataDir,
    clockFactor: 1,
    afterCommit: () => undefined,
  });
  try {
    const { parts } = await createModules(runtime);
    const checks = [...platformChecks, ...parts.flatMap((module) => module.checks)];
    return await examine(runtime.database.plainPool, options.dataDir, checks);
  } finally {
    await runtime.database.close();
  }
}
