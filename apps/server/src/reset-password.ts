import { randomBytes } from 'node:crypto';
import { createRuntime, type DatabaseConnection, readConfig, systemActor } from '@firstfix/platform';
import { createModules } from './modules.ts';

/** Gives a member of staff a new password, beside a running server too, and answers it; `undefined` when nobody has the name. */
export async function resetPassword(options: {
  database: DatabaseConnection;
  dataDir: string;
  userName: string;
}): Promise<string | undefined> {
  const runtime = await createRuntime({
    config: { ...readConfig(process.env), poolSize: 2 },
    connection: options.database,
    dataDir: options.dataDir,
    clockFactor: 1,
    afterCommit: () => undefined,
  });
  try {
    const { identity } = await createModules(runtime);
    const password = newPassword();
    const found = await runtime.transactor.transact(systemActor('command-line'), (tx) =>
      identity.resetPassword(tx, options.userName, password),
    );
    return found ? password : undefined;
  } finally {
    await runtime.database.close();
  }
}

/** Sixteen letters, digits, `-` and `_`: 96 bits of chance. */
export function newPassword(): string {
  return randomBytes(12).toString('base64url');
}
