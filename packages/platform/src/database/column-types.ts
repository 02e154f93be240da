import { type Instant, toDate } from '@firstfix/kernel';
import { type ColumnType, type RawBuilder, sql } from 'kysely';

/** A `timestamptz` column: read as an `Instant`, written as a `Date`. */
export type Time = ColumnType<Instant, Date, Date>;

/** An instant to compare a `timestamptz` column with. */
export function at(instant: Instant): RawBuilder<Instant> {
  return sql<Instant>`${toDate(instant)}`;
}
