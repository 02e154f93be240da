import { getDemo } from '@firstfix/contract/identity/endpoints';
import type { Role } from '@firstfix/contract/roles';
import { type Id, newId } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';

/** Makes accounts of the demo, named by their roles, so that the sign-in offers them. */
export async function openDemoDoor(
  app: TestApp,
  roles: readonly Exclude<Role, 'customer' | 'engineer' | 'outlet_owner'>[] = ['agent'],
  territoryIds: readonly Id[] = [newId()],
): Promise<void> {
  await app.runtime.transactor.transact(systemActor('test'), async (tx) => {
    for (const role of roles) {
      await app.modules.identity.createAccount(tx, {
        userName: role,
        password: 'firstfix-demo',
        role,
        outletId: null,
        territoryIds: [...territoryIds],
      });
    }
  });
  const { demo } = await (await app.signIn()).call(getDemo);
  if (!demo) throw new Error('the demo’s door is shut');
}
