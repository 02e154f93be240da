import { getDemo } from '@firstfix/contract/identity/endpoints';
import { newId } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';

/** Makes the agent of the demo, so that the sign-in offers its role. */
export async function openDemoDoor(app: TestApp): Promise<void> {
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.identity.createAccount(tx, {
      userName: 'agent',
      password: 'firstfix-demo',
      role: 'agent',
      outletId: null,
      territoryIds: [newId()],
    }),
  );
  const { demo } = await (await app.signIn()).call(getDemo);
  if (!demo) throw new Error('the demo’s door is shut');
}
