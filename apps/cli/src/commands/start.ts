import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  checkExternalPostgres,
  type DatabaseConnection,
  type DataFolder,
  type EmbeddedPostgres,
  keepPostgresRunning,
  openDataFolder,
  startEmbeddedPostgres,
} from '@firstfix/platform';
import type { Command } from '../command.ts';
import { listLaunchers, watchLaunchers } from '../launchers.ts';
import { letPeopleLive } from '../living-people.ts';
import { checkPortIsFree, parsePort } from '../port.ts';
import { takeServerLock } from '../server-lock.ts';
import { Shutdown } from '../shutdown.ts';
import { remark, say } from '../terminal.ts';

/** A request that never ends must not keep the database from being stopped. */
const CLOSE_PATIENCE_MS = 15_000;

export const start: Command = {
  usage: 'start [--data .firstfix] [--port 4000] [--host localhost] [--empty | --fresh] [--live]',
  summary:
    'Starts the database and the server. --empty leaves out the demonstration data, --fresh its history; --live lets its people act.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string', default: '.firstfix' },
        port: { type: 'string', default: '4000' },
        host: { type: 'string', default: 'localhost' },
        empty: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        live: { type: 'boolean', default: false },
      },
    });
    return runUntilStopped(values.data, {
      port: parsePort(values.port),
      host: values.host,
      demo: values.empty ? false : values.fresh ? 'fresh' : true,
      live: values.live && !values.empty,
    });
  },
};

/** Where to answer, and whether an empty database gets the demo. */
interface Wishes {
  readonly port: number;
  readonly host: string;
  readonly demo: boolean | 'fresh';
  /** Whether simulated people act in it. */
  readonly live: boolean;
}

async function runUntilStopped(dataDir: string, wishes: Wishes): Promise<number> {
  const shutdown = new Shutdown();
  shutdown.listen(0);
  try {
    await bringUp(shutdown, openDataFolder(dataDir), wishes);
  } catch (error) {
    // a stop in the middle of starting makes the rest of the start fail; that is no fault
    const stopped = shutdown.begun;
    await shutdown.run();
    if (!stopped) throw error;
  }
  // from here on only a signal or a lost database ends the process
  return new Promise(() => {});
}

async function bringUp(shutdown: Shutdown, folder: DataFolder, wishes: Wishes): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const launchers = listLaunchers(process.env);
  if (databaseUrl === undefined) await lockFolder(shutdown, folder, launchers);
  watchLaunchers(launchers, () => shutdown.exit(0));
  await checkPortIsFree(wishes.port);
  shutdown.check();
  const database =
    databaseUrl === undefined
      ? await bringUpDatabase(shutdown, folder)
      : await checkExternalPostgres(databaseUrl);
  const { castPeople, startServer } = await import('@firstfix/server');
  const { live, ...served } = wishes;
  const server = await startServer({ database, dataDir: folder.root, report: remark, ...served });
  shutdown.add(() => Promise.race([server.close(), sleep(CLOSE_PATIENCE_MS)]));
  if (server.signIn !== undefined) say(server.signIn);
  say(`Firstfix is ready: ${server.url}`);
  if (live && server.demo) {
    const cast = () => castPeople({ database, dataDir: folder.root });
    shutdown.add(letPeopleLive({ url: server.url, folder: folder.root, cast }));
  }
}

async function lockFolder(
  shutdown: Shutdown,
  folder: DataFolder,
  launchers: ReturnType<typeof listLaunchers>,
): Promise<void> {
  const lock = await takeServerLock(folder, launchers);
  shutdown.announceTo(() => lock.markEnding());
  shutdown.add(() => lock.release());
}

/** The embedded database, started again whenever it is lost. */
async function bringUpDatabase(shutdown: Shutdown, folder: DataFolder): Promise<DatabaseConnection> {
  const cluster = await launchDatabase(shutdown, folder);
  const watch = await keepPostgresRunning(cluster.connection, {
    restart: () => startEmbeddedPostgres({ dataDir: folder.root }),
    report: remark,
    onLost: (error) => {
      remark(`PostgreSQL can't be started again: ${error instanceof Error ? error.message : error}`);
      shutdown.exit(1);
    },
  });
  shutdown.add(() => watch.end());
  return cluster.connection;
}

async function launchDatabase(shutdown: Shutdown, folder: DataFolder): Promise<EmbeddedPostgres> {
  const launching = startEmbeddedPostgres({ dataDir: folder.root, report: remark });
  // a stop in the middle waits for the server to be up: only then can it be ended in order
  shutdown.add(async () => {
    const [launched] = await Promise.allSettled([launching]);
    if (launched.status === 'fulfilled') await launched.value.stop();
  });
  const cluster = await launching;
  shutdown.addForce(() => cluster.abort());
  shutdown.check();
  return cluster;
}
