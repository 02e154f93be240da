import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseConnection, migrate, openDatabase, startEmbeddedPostgres } from '@firstfix/platform';
import { MIGRATIONS_FOLDER } from '@firstfix/server';
import type { TestProject } from 'vitest/node';
import { TEMPLATE } from './test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; database: string };
  }
}

/** One throw-away PostgreSQL for the whole run, with a migrated database to copy for each test file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstfix-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  const { connection } = postgres;
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await prepareTemplate(connection);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgres', { ...connection });
  return stop;
}

async function prepareTemplate(connection: DatabaseConnection): Promise<void> {
  const admin = openDatabase(connection, { poolSize: 1, onIdleError: () => undefined });
  await admin.plainPool.query(`create database ${TEMPLATE}`);
  await admin.close();
  const template = openDatabase(
    { ...connection, database: TEMPLATE },
    { poolSize: 1, onIdleError: () => undefined },
  );
  await migrate(template.plainPool, MIGRATIONS_FOLDER);
  await template.close();
}
