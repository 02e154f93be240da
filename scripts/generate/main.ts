import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRuntime, createService, readConfig, startEmbeddedPostgres } from '@firstfix/platform';
import { createModules, MIGRATIONS_FOLDER } from '@firstfix/server';
import { printSchema } from './print-schema.ts';
import { generateTables } from './tables.ts';
import { writeOrCompare } from './write-or-compare.ts';

/**
 * Writes what follows from the migrations and the contract: each module's `src/tables.ts`, `db/schema.sql`,
 * `docs/openapi.json`. `--check` compares instead; `--tables` stops after the tables.
 */
const check = process.argv.includes('--check');
const root = join(import.meta.dirname, '../..');
const dataDir = await mkdtemp(join(tmpdir(), 'firstfix-generate-'));
const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
const stale: string[] = [];
try {
  const runtime = await createRuntime({
    config: { ...readConfig({}), logLevel: 'warn', poolSize: 4 },
    connection: postgres.connection,
    migrationsFolder: MIGRATIONS_FOLDER,
    dataDir,
    clockFactor: 1,
    afterCommit: () => undefined,
  });
  stale.push(...generateTables(root, postgres.connection, check));
  if (!process.argv.includes('--tables')) {
    const schema = await printSchema(runtime.database.plainPool);
    const modules = await createModules(runtime);
    const service = await createService(runtime, modules.parts, modules.authenticator);
    await service.http.ready();
    const document = `${JSON.stringify(service.http.swagger(), null, 1)}\n`;
    stale.push(...(await writeOrCompare(join(root, 'db/schema.sql'), schema, check)));
    stale.push(...(await writeOrCompare(join(root, 'docs/openapi.json'), document, check)));
    await service.close();
  }
  await runtime.database.close();
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
if (stale.length > 0) {
  console.error(`Out of date, run npm run generate:\n${stale.map((file) => `  ${file}`).join('\n')}`);
  process.exitCode = 1;
}
