import { searchTerms } from '@firstfix/kernel';
import { sql } from 'kysely';

/** The pairs of characters a name is found by. */
export function searchColumn(name: string) {
  return sql<string>`array_to_tsvector(${searchTerms(name)}::text[])`;
}
