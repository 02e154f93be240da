import {
  checkExternalPostgres,
  type DatabaseConnection,
  findClusterVersion,
  findEmbeddedPostgres,
  OperatorError,
  openDataFolder,
  placesIn,
  startEmbeddedPostgres,
} from '@firstfix/platform';
import { takeServerLock } from './server-lock.ts';
import { Shutdown } from './shutdown.ts';
import { remark } from './terminal.ts';

const INTERRUPTED = 130;

/**
 * Gives `work` the database of a data folder (or of DATABASE_URL), beside a running server too; when nobody
 * runs the embedded one it is run for the moment.
 * @throws OperatorError when the folder holds no data
 */
export async function withStoredData<T>(
  dataDir: string,
  work: (connection: DatabaseConnection) => Promise<T>,
): Promise<T> {
  const url = process.env.DATABASE_URL;
  if (url) return work(await checkExternalPostgres(url));
  if ((await findClusterVersion(placesIn(dataDir).cluster)) === undefined) {
    throw new OperatorError(`${dataDir} holds no Firstfix data: name its folder with --data.`);
  }
  const shutdown = new Shutdown();
  shutdown.listen(INTERRUPTED);
  try {
    return await work((await findEmbeddedPostgres(dataDir)) ?? (await runForNow(shutdown, dataDir)));
  } finally {
    await shutdown.run();
  }
}

/** A server that wants to start meanwhile has to wait. */
async function runForNow(shutdown: Shutdown, dataDir: string): Promise<DatabaseConnection> {
  const lock = await takeServerLock(openDataFolder(dataDir), []);
  shutdown.add(() => lock.release());
  const cluster = await startEmbeddedPostgres({ dataDir, report: remark });
  shutdown.add(() => cluster.stop());
  shutdown.addForce(() => cluster.abort());
  return cluster.connection;
}
