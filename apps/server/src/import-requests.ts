import { createRuntime, type DatabaseConnection, readConfig } from '@firstfix/platform';
import type { ImportChoice, ToldReport } from '@firstfix/requests';
import { createModules } from './modules.ts';

/** Connections an import may use beside a running server. */
const CONNECTIONS = 4;

/** Brings a file of requests into an installation, beside its running server or without one. */
export async function importRequests(
  installation: { readonly database: DatabaseConnection; readonly dataDir: string },
  bytes: Uint8Array,
  choice: ImportChoice,
): Promise<ToldReport> {
  const runtime = await createRuntime({
    config: { ...readConfig(process.env), poolSize: CONNECTIONS },
    connection: installation.database,
    dataDir: installation.dataDir,
    clockFactor: 1,
    afterCommit: () => undefined,
  });
  try {
    const { requests } = await createModules(runtime);
    return await requests.importRequests(bytes, choice);
  } finally {
    await runtime.database.close();
  }
}
