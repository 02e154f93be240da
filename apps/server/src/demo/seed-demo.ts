import type { Instant } from '@firstfix/kernel';
import { createRandom } from '@firstfix/kernel/random';
import { addDays, DEFAULT_ZONE, instantAt, localDateOf } from '@firstfix/kernel/zone';
import { type Runtime, systemActor, type Tx } from '@firstfix/platform';
import type { Modules } from '../modules.ts';
import { DEMO_PASSWORD, demoAccountId, demoAccounts } from './demo-accounts.ts';
import { DEMO_MODELS, demoAppliances } from './demo-appliances.ts';
import { demoCustomers } from './demo-customers.ts';
import type { PastHome } from './past/past-calls.ts';
import { seedPast } from './past/seed-past.ts';

const ACTOR = systemActor('demo');
/** People taken in with one message. */
const PEOPLE_AT_ONCE = 4_000;
/** Twenty past ten, by the city's clocks. */
const BEGINS_AT_MINUTE = 620;

/**
 * Fills an empty database with the demo city: its network, its people and their appliances, and one account for each
 * role. Network apart, which the rest is looked up in, all of it or nothing: a start that was killed half-way is made
 * good by the next one. Says whether there was anything to do. Without a past it is the city's first day.
 */
export async function seedDemo(
  runtime: Runtime,
  modules: Modules,
  wishes: { readonly past: boolean },
): Promise<boolean> {
  if (await hasAccounts(runtime)) return false;
  const { transact } = runtime.transactor;
  await runtime.policies.ensureDefaults(runtime.clock.now());
  await runtime.clock.advanceTo(nextMorning(runtime.clock.now()));
  const now = runtime.clock.now();
  const network = await transact(ACTOR, (tx) => modules.network.seedDemoNetwork(tx, { now }));
  await transact(ACTOR, async (tx) => {
    const homes = await settle(tx, modules);
    const territories = await Promise.all(
      network.territories.map(({ id }) => modules.network.getTerritory(id)),
    );
    if (wishes.past) await seedPast(tx, runtime, modules, homes, territories);
    for (const account of demoAccounts(network)) {
      await modules.identity.createAccount(tx, { ...account, password: DEMO_PASSWORD });
    }
  });
  // nobody has counted the rows yet by which queries are planned
  await runtime.database.plainPool.query('analyze');
  return true;
}

/** The demo begins while the city is at work, whatever time it is where it is started. */
function nextMorning(now: Instant): Instant {
  const today = localDateOf(now, DEFAULT_ZONE);
  const morning = instantAt(today, BEGINS_AT_MINUTE, DEFAULT_ZONE);
  return morning > now ? morning : instantAt(addDays(today, 1), BEGINS_AT_MINUTE, DEFAULT_ZONE);
}

/** People move in with their appliances. */
async function settle(tx: Tx, modules: Modules): Promise<PastHome[]> {
  const people = await takeIn(tx, modules);
  const found = await Promise.all(DEMO_MODELS.map((code) => modules.catalogue.findModelByCode(code)));
  const models = found.flatMap((model) => model ?? []);
  const today = localDateOf(tx.now, DEFAULT_ZONE);
  const random = createRandom('demo:appliances');
  const wanted = people.flatMap(({ customerId, household }, number) =>
    demoAppliances({ customerId, householdId: household.id, number }, models, today, random),
  );
  const appliances = await modules.appliances.seedDemoAppliances(tx, wanted);
  const byHousehold = Map.groupBy(appliances, ({ householdId }) => householdId);
  return Promise.all(
    people.map(async ({ customerId, household: { id: householdId, place } }) => {
      const territory = await modules.network.territoryAt(place.point);
      if (!territory) throw new Error('a home of the demo lies in no territory');
      return { customerId, householdId, place, territory, appliances: byHousehold.get(householdId) ?? [] };
    }),
  );
}

async function takeIn(tx: Tx, { customers }: Modules) {
  const all = demoCustomers();
  const taken: Awaited<ReturnType<typeof customers.takeInCustomers>> = [];
  for (let from = 0; from < all.length; from += PEOPLE_AT_ONCE) {
    taken.push(...(await customers.takeInCustomers(tx, all.slice(from, from + PEOPLE_AT_ONCE))));
  }
  return taken;
}

/** Accounts are the last thing a first start makes. */
export async function hasAccounts({ database }: Runtime): Promise<boolean> {
  const { rows } = await database.pool.query<{ found: boolean }>(
    'select exists (select from identity.account) as found',
  );
  return rows[0]?.found ?? false;
}

/** Whether this installation's accounts are those of a demo. */
export async function holdsDemo({ database }: Runtime): Promise<boolean> {
  const { rows } = await database.pool.query<{ found: boolean }>(
    'select exists (select from identity.account where id = $1) as found',
    [demoAccountId('admin')],
  );
  return rows[0]?.found ?? false;
}
