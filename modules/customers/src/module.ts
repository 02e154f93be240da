import type { ConsentPurpose } from '@firstfix/contract/customers/schemas';
import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { ModuleParts, Runtime, Tx } from '@firstfix/platform';
import { readAddress } from './address.ts';
import { customersChecks } from './checks.ts';
import type { Household } from './household.ts';
import { reencryptTask } from './jobs.ts';
import { type NewCustomer, registerCustomer } from './operations/register-customer.ts';
import { phoneOf } from './operations/reveal-contact.ts';
import { takeInCustomers } from './operations/take-in-customers.ts';
import type { OrderTies } from './policy.ts';
import { findByPhone, findIdByPhone, maskedNames } from './queries/find-by-phone.ts';
import { hasConsent } from './queries/list-consents.ts';
import { customersRoutes } from './routes.ts';
import { chinaDivisions, isDistrict } from './store/divisions.ts';
import { findBareHousehold, householdsOf } from './store/household-store.ts';
import { openHashKey, openVault } from './store/open-vault.ts';
import { keyedHash } from './store/vault.ts';
import type { DB } from './tables.ts';

export type Customers = Awaited<ReturnType<typeof createCustomers>>;

/** People, households and consent; the only place where personal data rests. */
export async function createCustomers(runtime: Runtime, ties: OrderTies) {
  const db = runtime.database.kysely<DB>();
  const vault = await openVault(runtime, db);
  const hashKey = await openHashKey(db, vault);
  const parts: ModuleParts = {
    name: 'customers',
    routes: customersRoutes(db, vault, ties),
    reactions: [],
    tasks: [reencryptTask(vault)],
    subjects: {},
    checks: customersChecks,
  };

  /** A reader in a transaction must not wait for a second connection: it gives its own. */
  const reader = (within: Tx | undefined) => within?.tables<DB>() ?? db;

  const find = (id: Id, within?: Tx) => findBareHousehold(reader(within), id);

  return {
    parts,
    registerCustomer: (tx: Tx, given: NewCustomer) => registerCustomer(tx, vault, given),
    /** Finds or registers whoever calls or stands in an import, with the home meant. */
    takeInCustomers: (tx: Tx, given: readonly Omit<NewCustomer, 'customerId' | 'householdId'>[]) =>
      takeInCustomers(tx, vault, given),
    findByPhone: (phone: string, within?: Tx) => findByPhone(reader(within), vault, phone),
    /** A customer's homes, oldest first. */
    listHouseholds: async (customerId: Id, within?: Tx) =>
      (await householdsOf(reader(within), customerId)).map(({ household }) => household),
    findHousehold: find,
    /** 404 when it does not exist. */
    async getHousehold(id: Id, within?: Tx): Promise<Household> {
      const household = await find(id, within);
      if (!household) throw notFound('household', id);
      return household;
    },
    /** `张*` for each id known here, `*` after erasure. */
    maskedNames: (ids: readonly Id[]) => maskedNames(db, vault, ids),
    /** The phone in clear, audited with the purpose; `undefined` when unknown or erased. */
    phoneOf: (tx: Tx, customerId: Id, purpose: string) => phoneOf(tx, vault, customerId, purpose),
    hasConsent: (customerId: Id, purpose: ConsentPurpose) => hasConsent(db, customerId, purpose),
    /** Whom a session by phone belongs to. */
    async findPersonByPhone(phone: string) {
      const customerId = await findIdByPhone(db, vault, phone);
      if (customerId === undefined) return undefined;
      return { userId: customerId, ownId: customerId, outletId: null, territoryIds: [] };
    },
    readAddress: (text: string) => readAddress(text, chinaDivisions()),
    isDistrict: (code: string) => isDistrict(code),
    /** A text's hash, the same for good, for modules that must recognise what they may not keep. */
    keyedHash: (purpose: string, text: string) => keyedHash(hashKey, purpose, text),
    /** For what others must hold a moment (a code on its way to a phone) and then wipe. */
    seal: (text: string, place: string) => vault.seal(text, place),
    open: (sealed: Buffer, place: string) => vault.open(sealed, place),
  };
}
