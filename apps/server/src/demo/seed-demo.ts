import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { type Runtime, systemActor } from '@firstfix/platform';
import type { Modules } from '../modules.ts';
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts';
import { DEMO_MODELS, demoAppliances } from './demo-appliances.ts';
import { demoCustomers } from './demo-customers.ts';
import { demoRandom } from './demo-random.ts';

const ACTOR = systemActor('demo');
/** Homes furnished in one transaction. */
const HOMES_AT_ONCE = 200;

/**
 * Fills an empty database with the demo city: its network, its people and their appliances, and one account for each
 * role. Every part does nothing where it was done before and the accounts come last, so that a start that was killed
 * half-way is made good by the next one. Says whether there was anything to do.
 */
export async function seedDemo(runtime: Runtime, modules: Modules): Promise<boolean> {
  if (await hasAccounts(runtime)) return false;
  const { transact } = runtime.transactor;
  const now = runtime.clock.now();
  const network = await transact(ACTOR, (tx) => modules.network.seedDemoNetwork(tx, { now }));
  const people = await transact(ACTOR, (tx) =>
    modules.customers.takeInCustomers(tx, demoCustomers(demoRandom('customers'))),
  );
  await furnish(runtime, modules, people);
  await transact(ACTOR, async (tx) => {
    for (const account of demoAccounts(network)) {
      await modules.identity.createAccount(tx, { ...account, password: DEMO_PASSWORD });
    }
  });
  return true;
}

/** Appliances for every home that has none. */
async function furnish(
  { transactor, clock }: Runtime,
  { catalogue, appliances }: Modules,
  people: Awaited<ReturnType<Modules['customers']['takeInCustomers']>>,
): Promise<void> {
  const found = await Promise.all(DEMO_MODELS.map((code) => catalogue.findModelByCode(code)));
  const models = found.flatMap((model) => model ?? []);
  const today = localDateOf(clock.now(), DEFAULT_ZONE);
  const random = demoRandom('appliances');
  const wanted = people.map(({ customerId, household }, number) =>
    demoAppliances({ customerId, householdId: household.id, number }, models, today, random),
  );
  for (let from = 0; from < wanted.length; from += HOMES_AT_ONCE) {
    const homes = wanted.slice(from, from + HOMES_AT_ONCE);
    const [first] = homes.flat();
    // homes are furnished some at a time, so the first one's appliance speaks for all of them
    if (first?.id === undefined || (await appliances.findAppliance(first.id))) continue;
    await transactor.transact(ACTOR, (tx) =>
      Promise.all(homes.flat().map((one) => appliances.registerAppliance(tx, one))),
    );
  }
}

/** Accounts are the last thing a first start makes. */
export async function hasAccounts({ database }: Runtime): Promise<boolean> {
  const { rows } = await database.pool.query<{ found: boolean }>(
    'select exists (select from identity.account) as found',
  );
  return rows[0]?.found ?? false;
}
