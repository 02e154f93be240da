import { type Id, newId, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import { type HomeAddress, resolveAddress } from '../home-address.ts';
import type { Household } from '../household.ts';
import { openDoor, phoneHashes, sealContact, sealDoor } from '../store/contact-store.ts';
import { chinaDivisions } from '../store/divisions.ts';
import type { Vault } from '../store/vault.ts';
import type { DB } from '../tables.ts';
import { type NewCustomer, SERVICE_TERMS_VERSION, validPhone } from './register-customer.ts';

/** Who somebody turned out to be, and the home meant. */
export interface TakenIn {
  readonly customerId: Id;
  readonly household: Pick<Household, 'id' | 'place'>;
  /** Nobody had this phone before. */
  readonly isNew: boolean;
}

interface Person {
  readonly id: Id;
  readonly isNew: boolean;
  readonly name: string;
  readonly phone: string;
  readonly homes: Home[];
}

interface Home extends HomeAddress {
  readonly id: Id;
  readonly point: NewCustomer['address']['point'];
  readonly isNew: boolean;
}

/**
 * Finds each person by phone and the home by district, community and door, and registers what is not there yet:
 * for callers and imports, who do not know whether we know them. The same person may come several times. However
 * many they are, it takes three round trips. 422 for what is no phone or address.
 */
export async function takeInCustomers(
  tx: Tx,
  vault: Vault,
  given: readonly Omit<NewCustomer, 'customerId' | 'householdId'>[],
): Promise<TakenIn[]> {
  const phones = given.map((one) => validPhone(one.phone, '/phone'));
  const people = await findPeople(tx, vault, [...new Set(phones)]);
  const taken = given.map((one, index) => takeIn(people, phones[index] ?? '', one));
  const all = [...people.values()];
  const registered = await insertPeople(tx, vault, all);
  // somebody else registered one of these phones just now: by now everybody sees that
  if (!registered) return takeInCustomers(tx, vault, given);
  await insertHomes(tx, vault, all);
  return taken;
}

function takeIn(people: Map<string, Person>, phone: string, given: Omit<NewCustomer, 'customerId'>): TakenIn {
  const address = resolveAddress(given.address, chinaDivisions());
  const known = people.get(phone);
  const person = known ?? { id: newId(), isNew: true, name: given.name.trim(), phone, homes: [] };
  if (!known) people.set(phone, person);
  let home = person.homes.find((one) => isSame(one, address));
  if (!home) {
    home = { ...address, id: newId(), point: given.address.point, isNew: true };
    person.homes.push(home);
  }
  const { id, point, districtCode, community } = home;
  return {
    customerId: person.id,
    household: { id, place: { point, districtCode, community } },
    isNew: person.isNew,
  };
}

function isSame(one: HomeAddress, other: HomeAddress): boolean {
  return (
    one.districtCode === other.districtCode &&
    one.community === other.community &&
    plain(one.door) === plain(other.door)
  );
}

/** `3号楼 2单元501` and `3号楼2单元501室` are one door. */
function plain(door: string): string {
  return door
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-#]|室$/gu, '');
}

interface KnownRow {
  readonly customer_id: Id;
  readonly phone_hash: Buffer;
  readonly household_id: Id | null;
  readonly door_sealed: Buffer | null;
  readonly lat: number;
  readonly lng: number;
  readonly district_code: string;
  readonly community: string;
}

/** Those of the phones that somebody has, with their homes. */
async function findPeople(tx: Tx, vault: Vault, phones: readonly string[]): Promise<Map<string, Person>> {
  const byHash = new Map(
    phones.flatMap((phone) => phoneHashes(vault, phone).map((hash) => [hash.toString('hex'), phone])),
  );
  const hashes = [...byHash.keys()];
  const { rows } =
    await sql<KnownRow>`select c.id as customer_id, c.phone_hash, h.id as household_id, h.door_sealed,
      h.lat, h.lng, h.district_code, h.community
    from customers.customer c
    left join customers.household_member m on m.customer_id = c.id
    left join customers.household h on h.id = m.household_id
    where c.phone_hash = any(select decode(unnest(${hashes}::text[]), 'hex'))
    order by h.created_at, h.id`.execute(tx.tables<DB>());
  const people = new Map<string, Person>();
  for (const row of rows) {
    const phone = byHash.get(row.phone_hash.toString('hex')) ?? '';
    const person = people.get(phone) ?? { id: row.customer_id, isNew: false, name: '', phone, homes: [] };
    people.set(phone, person);
    if (row.household_id !== null) person.homes.push(knownHome(vault, row, row.household_id));
  }
  return people;
}

function knownHome(vault: Vault, row: KnownRow, id: Id): Home {
  return {
    id,
    districtCode: row.district_code,
    community: row.community,
    door: openDoor(vault, id, row.door_sealed) ?? '',
    point: { lat: row.lat, lng: row.lng },
    isNew: false,
  };
}

/** False when one of the phones was registered by somebody else meanwhile. */
async function insertPeople(tx: Tx, vault: Vault, people: readonly Person[]): Promise<boolean> {
  const strangers = people.filter(({ isNew }) => isNew);
  if (strangers.length === 0) return true;
  const registered_at = toDate(tx.now);
  const rows = strangers.map(({ id, name, phone }) => ({
    id,
    ...asJson(sealContact(vault, id, { name, phone })),
    registered_at,
  }));
  const { rows: inserted } = await sql`insert into customers.customer
    select * from jsonb_populate_recordset(null::customers.customer, ${JSON.stringify(rows)}::jsonb)
    on conflict (phone_hash) do nothing returning id`.execute(tx.tables<DB>());
  if (inserted.length === strangers.length) return true;
  await removeAgain(tx, inserted);
  return false;
}

async function removeAgain(tx: Tx, inserted: readonly unknown[]): Promise<void> {
  await sql`delete from customers.customer
    where id in (select (one ->> 'id')::uuid from jsonb_array_elements(${JSON.stringify(inserted)}::jsonb) one)`.execute(
    tx.tables<DB>(),
  );
}

async function insertHomes(tx: Tx, vault: Vault, people: readonly Person[]): Promise<void> {
  const at = toDate(tx.now);
  // whoever is new has a new home
  const homes = people.flatMap(({ id, homes: all }) =>
    all.filter(({ isNew }) => isNew).map((home) => ({ ...home, customerId: id })),
  );
  const rows = homes.map((home) => ({ ...asJson(homeColumns(vault, home)), created_at: at, version: 1 }));
  const members = homes.map((home) => ({
    household_id: home.id,
    customer_id: home.customerId,
    joined_at: at,
  }));
  const strangers = people.filter(({ isNew }) => isNew).map(({ id }) => id);
  if (homes.length === 0) return;
  const db = tx.tables<DB>();
  await Promise.all([
    sql`insert into customers.household
      select * from jsonb_populate_recordset(null::customers.household, ${JSON.stringify(rows)}::jsonb)`.execute(
      db,
    ),
    sql`insert into customers.household_member
      select * from jsonb_populate_recordset(null::customers.household_member, ${JSON.stringify(members)}::jsonb)`.execute(
      db,
    ),
    sql`insert into customers.consent (customer_id, purpose, basis, granted, version, at, actor_role)
      select id, 'service', 'contract', true, ${SERVICE_TERMS_VERSION}, ${at}::timestamptz, ${tx.actor.role}
      from unnest(${strangers}::uuid[]) id`.execute(db),
  ]);
}

function homeColumns(vault: Vault, home: Home) {
  return {
    id: home.id,
    key_id: vault.keyId,
    door_sealed: sealDoor(vault, home.id, home.door),
    lat: home.point.lat,
    lng: home.point.lng,
    district_code: home.districtCode,
    community: home.community,
  };
}

/** Bytes as PostgreSQL reads them from a text. */
function asJson(columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const hex = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(hex) : hex(value),
    ]),
  );
}
