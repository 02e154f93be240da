import { type DatabaseConnection, openDatabase } from '@firstfix/platform';
import { inject } from 'vitest';

export const TEMPLATE = 'firstfix_template';

/** A fresh migrated database of this test's own. */
export async function createTestDatabase(): Promise<{
  connection: DatabaseConnection;
  drop(): Promise<void>;
}> {
  const postgres = inject('postgres');
  const name = `test_${process.pid}_${performance.now().toFixed(3).replace('.', '_')}`;
  await runAsAdmin(postgres, `create database ${name} with template ${TEMPLATE}`);
  return {
    connection: { ...postgres, database: name },
    drop: () => runAsAdmin(postgres, `drop database if exists ${name} with (force)`),
  };
}

async function runAsAdmin(postgres: DatabaseConnection, sql: string): Promise<void> {
  const admin = openDatabase(postgres, { poolSize: 1, onIdleError: () => undefined });
  try {
    await admin.plainPool.query(sql);
  } finally {
    await admin.close();
  }
}
