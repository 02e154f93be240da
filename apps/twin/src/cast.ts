import type { Id, Point } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Connection, Door } from './connection.ts';

/** An appliance as its household knows it; without an id, one nobody has registered yet. */
export interface Appliance {
  readonly id?: Id;
  readonly category: string;
  readonly serialNumber: string;
}

/** A customer with one home and what stands in it. */
export interface Customer {
  readonly id: Id;
  readonly householdId: Id;
  readonly territoryId: Id;
  readonly appliances: readonly Appliance[];
  readonly connection: Connection;
}

export interface Engineer {
  readonly id: Id;
  readonly territoryId: Id;
  readonly skills: readonly string[];
  readonly home: Point;
  /** Working days in the next two weeks. */
  readonly dates: readonly LocalDate[];
  readonly connection: Connection;
}

/** Everybody who plays a part, signed in. */
export interface Cast {
  readonly agent: Connection;
  readonly dispatcher: Connection;
  readonly quality: Connection;
  readonly customers: readonly Customer[];
  /** Who else has an order under way, from wherever it came. */
  readonly waiting: readonly Customer[];
  readonly engineers: readonly Engineer[];
}

type Signed<T> = Omit<T, 'connection'> & { readonly token: string };

/** A cast in a file: session tokens in the place of connections. */
export interface CastFile {
  readonly agent: string;
  readonly dispatcher: string;
  readonly quality: string;
  readonly customers: readonly Signed<Customer>[];
  readonly waiting: readonly Signed<Customer>[];
  readonly engineers: readonly Signed<Engineer>[];
}

/** Gives everybody of a file a connection. */
export function seatCast(file: CastFile, door: Door): Cast {
  const seat = <T>({ token, ...person }: Signed<T>) => ({ ...person, connection: door.connect(token) });
  return {
    agent: door.connect(file.agent),
    dispatcher: door.connect(file.dispatcher),
    quality: door.connect(file.quality),
    customers: file.customers.map(seat),
    waiting: file.waiting.map(seat),
    engineers: file.engineers.map(seat),
  };
}
