import { type Runtime, systemActor } from '@firstfix/platform';
import { hasAccounts } from './demo/seed-demo.ts';
import type { Modules } from './modules.ts';
import { newPassword } from './reset-password.ts';

/** An installation without a demo begins with one account; its password is told once. `undefined` when there are some. */
export async function createFirstAdmin(runtime: Runtime, modules: Modules): Promise<string | undefined> {
  if (await hasAccounts(runtime)) return undefined;
  const password = newPassword();
  await runtime.transactor.transact(systemActor('start'), (tx) =>
    modules.identity.createAccount(tx, { userName: 'admin', role: 'admin', password }),
  );
  return password;
}
