import { invalidField, notFound } from '@firstfix/contract/refusal';
import type { RequestCaller } from '@firstfix/contract/requests/schemas';
import type { Customers, Household } from '@firstfix/customers';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';

/** Who asks, and which home it is about. */
export interface Contact {
  readonly customerId: Id;
  readonly household: Pick<Household, 'id' | 'place'>;
  /** Nobody asked from there before. */
  readonly isNew: boolean;
}

/**
 * Finds who asks and the home meant; registers whoever calls for the first time. Customers ask for themselves.
 * 404 for a customer or household that is not theirs, 422 when it stays open who or where.
 */
export async function findContact(
  tx: Tx,
  customers: Customers,
  caller: Caller,
  asked: RequestCaller,
): Promise<Contact> {
  const customerId = caller.role === 'customer' ? caller.ownId : asked.customerId;
  if (caller.role === 'customer' && asked.customerId !== undefined && asked.customerId !== customerId) {
    throw notFound('customer', asked.customerId);
  }
  if (customerId !== undefined && customerId !== null) {
    return ofKnownCustomer(tx, customers, customerId, asked.householdId);
  }
  return ofPhone(tx, customers, asked);
}

async function ofKnownCustomer(
  tx: Tx,
  customers: Customers,
  customerId: Id,
  householdId: Id | undefined,
): Promise<Contact> {
  if (householdId === undefined) {
    return soleHome(customerId, await customers.listHouseholds(customerId, tx));
  }
  const household = await customers.getHousehold(householdId, tx);
  if (!household.customerIds.includes(customerId)) throw notFound('household', householdId);
  return { customerId, household, isNew: false };
}

async function ofPhone(tx: Tx, customers: Customers, asked: RequestCaller): Promise<Contact> {
  const { name, phone, address } = asked;
  if (phone === undefined) {
    throw invalidField('/caller/phone', 'required/caller');
  }
  if (address !== undefined) {
    const [taken] = await customers.takeInCustomers(tx, [{ name: name ?? NAMELESS, phone, address }]);
    if (!taken) throw new RangeError('one caller was taken in, nobody came out');
    return taken;
  }
  const known = await customers.findByPhone(phone, tx);
  if (!known) {
    throw invalidField('/caller/address', 'required/caller_address');
  }
  const chosen = known.households.find(({ id }) => id === asked.householdId);
  return chosen
    ? { customerId: known.customerId, household: chosen, isNew: false }
    : soleHome(known.customerId, known.households);
}

/** How a person is kept who did not say their name. */
const NAMELESS = '用户';

function soleHome(customerId: Id, [home, ...others]: readonly Household[]): Contact {
  if (home && others.length === 0) return { customerId, household: home, isNew: false };
  throw invalidField('/caller/householdId', home ? 'required/which_home' : 'required/home');
}
