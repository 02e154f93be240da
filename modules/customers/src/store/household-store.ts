import type { Id } from '@firstfix/kernel';
import { CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Household } from '../household.ts';
import type { DB } from '../tables.ts';

/** A household with what is sealed of it: its door and its members' names. */
export interface LoadedHousehold {
  readonly household: Household;
  readonly doorSealed: Buffer | null;
  readonly members: readonly { readonly id: Id; readonly name_sealed: Buffer | null }[];
}

interface BareRow {
  readonly id: Id;
  readonly lat: number;
  readonly lng: number;
  readonly district_code: string;
  readonly community: string;
  readonly version: number;
  readonly customer_ids: Id[];
}

interface Row extends BareRow {
  readonly door_sealed: Buffer | null;
  readonly names_sealed: (Buffer | null)[];
}

export async function findHousehold(db: Kysely<DB>, id: Id): Promise<LoadedHousehold | undefined> {
  const [found] = await load(db, sql`h.id = ${id}::uuid`);
  return found;
}

const BARE = `select h.id, h.lat, h.lng, h.district_code, h.community, h.version,
    array(select customer_id from customers.household_member where household_id = h.id order by customer_id)
      as customer_ids
  from customers.household h where h.id = $1`;

/** The household without anything sealed. */
export async function findBareHousehold(db: Kysely<DB>, id: Id): Promise<Household | undefined> {
  const [row] = (await db.executeQuery<BareRow>(CompiledQuery.raw(BARE, [id]))).rows;
  return row && toBareHousehold(row);
}

/** A customer's homes, oldest first. */
export function householdsOf(db: Kysely<DB>, customerId: Id): Promise<LoadedHousehold[]> {
  return load(
    db,
    sql`h.id in (select household_id from customers.household_member where customer_id = ${customerId}::uuid)`,
  );
}

async function load(db: Kysely<DB>, which: RawBuilder<unknown>): Promise<LoadedHousehold[]> {
  const { rows } = await sql<Row>`select h.*, array_agg(c.id order by c.id) as customer_ids,
      array_agg(c.name_sealed order by c.id) as names_sealed
    from customers.household h
    join customers.household_member m on m.household_id = h.id
    join customers.customer c on c.id = m.customer_id
    where ${which} group by h.id order by h.created_at, h.id`.execute(db);
  return rows.map(toHousehold);
}

function toHousehold(row: Row): LoadedHousehold {
  return {
    household: toBareHousehold(row),
    doorSealed: row.door_sealed,
    members: row.customer_ids.map((id, at) => ({ id, name_sealed: row.names_sealed[at] ?? null })),
  };
}

function toBareHousehold(row: BareRow): Household {
  return {
    id: row.id,
    place: {
      point: { lat: row.lat, lng: row.lng },
      districtCode: row.district_code,
      community: row.community,
    },
    customerIds: row.customer_ids,
    version: row.version,
  };
}
