import type { DemoView } from '@firstfix/contract/identity/schemas';
import { type Runtime, TimedCache } from '@firstfix/platform';
import type { Kysely } from 'kysely';
import { presentAccount } from '../account.ts';
import type { IdentityNeeds, PhoneRole } from '../needs.ts';
import { isPassword } from '../store/password.ts';
import type { DB } from '../tables.ts';

const REMEMBERED_MS = 60_000;
const NO_DEMO: DemoView = { demo: false, accounts: [], engineerPhones: [], customerPhones: [] };

/**
 * Whom anybody may sign in as: those of the demo's people who are there and still have the published password.
 * Looked up once a minute, as each password costs a moment of computing.
 */
export function createDemoQuery({ config }: Runtime, db: Kysely<DB>, needs: IdentityNeeds) {
  const remembered = new TimedCache<DemoView>(REMEMBERED_MS, 1);
  return async (): Promise<DemoView> =>
    config.production
      ? NO_DEMO
      : remembered.get(
          'demo',
          () => findDemo(db, needs),
          ({ demo }) => demo,
        );
}

async function findDemo(db: Kysely<DB>, needs: IdentityNeeds): Promise<DemoView> {
  const accounts = await openAccounts(db, needs.demo);
  if (accounts.length === 0) return NO_DEMO;
  const [engineerPhones, customerPhones] = await Promise.all([
    phonesInUse(needs, needs.demo.engineerPhones, 'engineer'),
    phonesInUse(needs, needs.demo.customerPhones, 'customer'),
  ]);
  return { demo: true, accounts, engineerPhones, customerPhones };
}

async function phonesInUse(needs: IdentityNeeds, phones: readonly string[], role: PhoneRole) {
  const people = await Promise.all(phones.map((phone) => needs.findPersonByPhone(phone, role)));
  return phones.filter((_, index) => people[index] !== undefined);
}

async function openAccounts(db: Kysely<DB>, { userNames, password }: IdentityNeeds['demo']) {
  const rows = await db
    .selectFrom('identity.account')
    .selectAll()
    .where('user_name', 'in', [...userNames])
    .where('active', '=', true)
    .execute();
  const open = await Promise.all(rows.map((row) => isPassword(password, row.password_hash)));
  return rows
    .filter((_, index) => open[index])
    .map((row) => ({ userName: row.user_name, password, role: presentAccount(row).role }))
    .sort((a, b) => userNames.indexOf(a.userName) - userNames.indexOf(b.userName));
}
