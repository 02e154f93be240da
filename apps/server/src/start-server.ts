import { join } from 'node:path';
import { seedAppliances } from '@firstfix/appliances';
import { seedCatalogue } from '@firstfix/catalogue';
import { demoCity } from '@firstfix/city';
import {
  createRuntime,
  createService,
  type DatabaseConnection,
  type Runtime,
  readConfig,
  type Service,
  systemActor,
} from '@firstfix/platform';
import { buildClients } from './clients/build-clients.ts';
import { serveClients } from './clients/serve-clients.ts';
import { DEMO_PASSWORD, demoUserNames } from './demo/demo-accounts.ts';
import { holdsDemo, seedDemo } from './demo/seed-demo.ts';
import { createFirstAdmin } from './first-admin.ts';
import { cityMap } from './map/base-map.ts';
import { serveMap } from './map/serve-map.ts';
import { createModules, type Modules } from './modules.ts';

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../db/migrations');
const DEMO_CLOCK_FACTOR = 10;

export interface ServerOptions {
  readonly database: DatabaseConnection;
  readonly port: number;
  /** `localhost` answers this machine only, `0.0.0.0` everybody who can reach it. */
  readonly host: string;
  /** Folder of files that belong to this installation. */
  readonly dataDir: string;
  /** With demo data on an empty database, business time running fast; never in production. `fresh`: without history. */
  readonly demo: boolean | 'fresh';
  /** Hears what takes a while. */
  readonly report: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** How to sign in, when there is something to say about it. */
  readonly signIn: string | undefined;
  /** Whether it serves the demo city. */
  readonly demo: boolean;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date and serves on the port until closed. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  let service: Service | undefined;
  // beside opening the database: each takes a while at the first start
  const building = buildClients(options.report);
  building.catch(() => undefined);
  const runtime = await createRuntime({
    config: readConfig(process.env),
    connection: options.database,
    migrationsFolder: MIGRATIONS_FOLDER,
    dataDir: options.dataDir,
    clockFactor: options.demo ? DEMO_CLOCK_FACTOR : 1,
    afterCommit: () => service?.background.poke(),
  });
  await runtime.clock.goOn();
  const modules = await createModules(runtime);
  await runtime.transactor.transact(systemActor('start'), (tx) =>
    Promise.all([seedCatalogue(tx), seedAppliances(tx)]),
  );
  const signIn = await fillEmptyDatabase(runtime, modules, runtime.config.production ? false : options.demo);
  service = await createService(runtime, modules.parts, modules.authenticator);
  await serveClients(service.http, await building);
  const demo = !runtime.config.production && (await holdsDemo(runtime));
  // the only base map there is belongs to the city of the demo
  serveMap(service.http, demo ? cityMap(demoCity) : undefined);
  await service.goLive();
  await service.http.listen({ port: options.port, host: options.host });
  const running = service;
  return {
    url: `http://localhost:${options.port}`,
    signIn,
    demo,
    async close() {
      await running.close();
      await runtime.database.close();
    },
  };
}

/**
 * The first start makes a demo city, or the one account everything else is made with; in production always the
 * latter, as everybody knows the password of a demo.
 */
async function fillEmptyDatabase(
  runtime: Runtime,
  modules: Modules,
  demo: ServerOptions['demo'],
): Promise<string | undefined> {
  if (demo) await seedDemo(runtime, modules, { past: demo !== 'fresh' });
  if (!runtime.config.production && (await holdsDemo(runtime))) {
    return `Sign in as ${demoUserNames().join(', ')}; the password is ${DEMO_PASSWORD} unless you changed it`;
  }
  const password = await createFirstAdmin(runtime, modules);
  return password && `Sign in as admin with the password ${password} and change it; it is not shown again`;
}
