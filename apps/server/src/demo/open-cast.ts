import type { Appliance } from '@firstfix/appliances';
import type { Role } from '@firstfix/contract';
import { type Id, newId } from '@firstfix/kernel';
import { addDays, DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { type Runtime, systemActor, type Tx } from '@firstfix/platform';
import type { Modules } from '../modules.ts';
import { demoCustomers } from './demo-customers.ts';

/** How far ahead people look when they choose a window. */
const DAYS_AHEAD = 14;
/** How many of the demo's customers play a part; nobody needs more sessions than that. */
const CAST_CUSTOMERS = 3_000;
const ACTOR = systemActor('cast');

interface Somebody {
  readonly role: Role;
  readonly userId?: Id;
  readonly ownId?: Id;
  readonly outletId?: Id;
  readonly territoryIds?: readonly Id[];
}

/**
 * Signs the people of the demo in for the simulation, which could not ask thousands of one-time codes from one
 * address. Throws in production and where there is no demo.
 */
export async function openCast(runtime: Runtime, modules: Modules) {
  if (runtime.config.production) throw new Error('in production nobody is signed in for somebody else');
  const { transact } = runtime.transactor;
  const people = await transact(ACTOR, (tx) =>
    modules.customers.takeInCustomers(tx, demoCustomers(CAST_CUSTOMERS)),
  );
  if (people.some(({ isNew }) => isNew)) throw new Error('this installation holds no demo');
  const territoryIds = [...new Set(await Promise.all(people.map(({ household }) => territoryOf(household))))];
  const teams = await Promise.all(territoryIds.map((id) => modules.network.listEngineers(id)));
  const from = localDateOf(runtime.clock.now(), DEFAULT_ZONE);
  const to = addDays(from, DAYS_AHEAD);
  const roster = await Promise.all(territoryIds.map((id) => modules.network.workingDays(id, from, to)));
  const datesOf = (id: Id) => roster.flat().flatMap((day) => (day.engineerId === id ? [day.date] : []));
  const known = new Set(people.map(({ customerId }) => customerId));
  const others = (await listWaiting(runtime)).filter(({ id }) => !known.has(id));
  return transact(ACTOR, async (tx) => {
    const [agent, dispatcher, quality, customers, waiting, engineers] = await Promise.all([
      open(tx, { role: 'agent' }),
      open(tx, { role: 'dispatcher', territoryIds }),
      open(tx, { role: 'quality' }),
      Promise.all(people.map((person) => openCustomer(tx, person))),
      Promise.all(others.map((caller) => openCaller(tx, caller))),
      Promise.all(teams.flat().map((engineer) => openEngineer(tx, engineer))),
    ]);
    return { agent, dispatcher, quality, customers: customers.filter(hasAppliance), waiting, engineers };
  });

  function open(tx: Tx, somebody: Somebody): Promise<string> {
    return modules.identity.openSession(tx, {
      userId: somebody.userId ?? newId(),
      role: somebody.role,
      ownId: somebody.ownId ?? null,
      outletId: somebody.outletId ?? null,
      territoryIds: somebody.territoryIds ?? [],
      onlyWorkOrderId: null,
    });
  }

  async function territoryOf({ place }: (typeof people)[number]['household']): Promise<Id> {
    const territory = await modules.network.territoryAt(place.point);
    if (!territory) throw new Error('a home of the demo lies in no territory');
    return territory.id;
  }

  async function openCustomer(tx: Tx, { customerId, household }: (typeof people)[number]) {
    const [territoryId, appliances, token] = await Promise.all([
      territoryOf(household),
      modules.appliances.listOfHousehold(household.id),
      open(tx, { role: 'customer', userId: customerId, ownId: customerId }),
    ]);
    return {
      id: customerId,
      householdId: household.id,
      territoryId,
      token,
      appliances: appliances.flatMap(withSerial),
    };
  }

  async function openCaller(tx: Tx, { id, householdId, territoryId }: Waiting) {
    const [appliances, token] = await Promise.all([
      modules.appliances.listOfHousehold(householdId),
      open(tx, { role: 'customer', userId: id, ownId: id }),
    ]);
    return { id, householdId, territoryId, token, appliances: appliances.flatMap(withSerial) };
  }

  async function openEngineer(tx: Tx, engineer: (typeof teams)[number][number]) {
    const { id, territoryId, skills, home, userId, outletId } = engineer;
    const territoryIds = [territoryId];
    const token = await open(tx, { role: 'engineer', userId, ownId: id, outletId, territoryIds });
    return { id, territoryId, skills, home, dates: datesOf(id), token };
  }
}

interface Waiting {
  readonly id: Id;
  readonly householdId: Id;
  readonly territoryId: Id;
}

/** Who has an order that is not over, like the customers of an imported file. */
async function listWaiting({ database }: Runtime): Promise<Waiting[]> {
  const { rows } = await database.pool.query<Waiting>(
    `select distinct on (customer_id) customer_id as id, household_id as "householdId", territory_id as "territoryId"
    from orders.work_order where state not in ('closed', 'cancelled') order by customer_id, opened_at`,
  );
  return rows;
}

/** Nobody else has anything to be repaired. */
function hasAppliance({ appliances }: { readonly appliances: readonly unknown[] }): boolean {
  return appliances.length > 0;
}

/** As a customer knows it from its label. */
function withSerial({ id, category, serialNumber }: Appliance) {
  return serialNumber === null ? [] : [{ id, category, serialNumber }];
}
