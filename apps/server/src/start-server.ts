import { join } from 'node:path';
import { seedAppliances } from '@firstfix/appliances';
import { seedCatalogue } from '@firstfix/catalogue';
import {
  createRuntime,
  createService,
  type DatabaseConnection,
  readConfig,
  type Service,
  systemActor,
} from '@firstfix/platform';
import { seedDemo } from './demo/seed-demo.ts';
import { createModules } from './modules.ts';

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../db/migrations');
const DEMO_CLOCK_FACTOR = 10;

export interface ServerOptions {
  readonly database: DatabaseConnection;
  readonly port: number;
  /** Folder of files that belong to this installation. */
  readonly dataDir: string;
  /** With demo data on an empty database, business time running fast. */
  readonly demo: boolean;
}

/** Opens the database, brings it up to date and serves on the port until closed. */
export async function startServer(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  let service: Service | undefined;
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
  if (options.demo) await seedDemo(runtime, modules);
  service = await createService(runtime, modules.parts, modules.authenticator);
  await service.goLive();
  await service.http.listen({ port: options.port, host: '0.0.0.0' });
  const running = service;
  return {
    url: `http://localhost:${options.port}`,
    async close() {
      await running.close();
      await runtime.database.close();
    },
  };
}
