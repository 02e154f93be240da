import type { QueryOf } from '@firstfix/contract';
import type { listEngineers as endpoint } from '@firstfix/contract/network/endpoints';
import { type Instant, toTsquery } from '@firstfix/kernel';
import { DEFAULT_ZONE, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import { type Caller, type CursorValues, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { visibleEngineers } from '../policy.ts';
import { presentEngineer } from '../present.ts';
import { type EngineerRow, selectEngineers, toEngineer } from '../store/engineer-store.ts';
import type { NetworkDb } from '../store/territory-store.ts';
import { after, directionOf, type Sorting } from './keyset.ts';

type Query = QueryOf<typeof endpoint>;

const PAGE = 50;

const SORTINGS = {
  name: { column: 'e.name', holds: 'text', id: 'e.id' },
  newest: { column: 'e.joined_on', holds: 'text', id: 'e.id', descending: true },
  stars: { column: 'e.stars', holds: 'number', id: 'e.id', descending: true },
  points: { column: 'e.licence_points', holds: 'number', id: 'e.id' },
} as const satisfies Record<string, Sorting>;

const CURSORS: Readonly<Record<keyof typeof SORTINGS, (row: EngineerRow) => CursorValues>> = {
  name: (row) => [row.name, row.id],
  newest: (row) => [row.joined_on, row.id],
  stars: (row) => [row.stars, row.id],
  points: (row) => [row.licence_points, row.id],
};

/** One page of the engineers the caller sees, with today's skills (by the date in China: lists cross zones). */
export async function listEngineers(db: NetworkDb, caller: Caller, query: Query, now: Instant) {
  const { cursor, limit = PAGE, sort = 'name', ...filter } = query;
  const today = localDateOf(now, DEFAULT_ZONE);
  const sorting = SORTINGS[sort];
  let rows = selectEngineers(db).modifyFront(sql.raw(PLAN_EACH_TIME)).where(visibleEngineers(caller));
  for (const condition of conditionsOf(filter, today)) rows = rows.where(condition);
  if (cursor !== undefined) rows = rows.where(after(sorting, cursor));
  const found = await rows
    .orderBy(sorting.column, directionOf(sorting))
    .orderBy('e.id', directionOf(sorting))
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, (row) => presentEngineer(toEngineer(row), today), CURSORS[sort]);
}

function conditionsOf(
  filter: Omit<Query, 'cursor' | 'limit' | 'sort'>,
  today: LocalDate,
): RawBuilder<SqlBool>[] {
  const { territoryId, outletId, grade, standing, category, active, certificateExpiresBefore, text } = filter;
  const conditions: RawBuilder<SqlBool>[] = [];
  if (territoryId) conditions.push(sql<SqlBool>`e.territory_id = ${territoryId}::uuid`);
  if (outletId) conditions.push(sql<SqlBool>`e.outlet_id = ${outletId}::uuid`);
  if (grade) conditions.push(sql<SqlBool>`e.grade = any(${grade}::text[])`);
  if (standing) conditions.push(sql<SqlBool>`e.standing = any(${standing}::text[])`);
  if (active !== undefined) {
    conditions.push(sql<SqlBool>`(e.left_on is null or e.left_on > ${today}::date) = ${active}::boolean`);
  }
  if (category)
    conditions.push(sql<SqlBool>`exists (select from network.certificate c
    where c.engineer_id = e.id and c.category = ${category} and ${today}::date between c.issued_on and c.expires_on)`);
  if (certificateExpiresBefore) {
    conditions.push(sql<SqlBool>`exists (select from network.certificate c
      where c.engineer_id = e.id and c.expires_on < ${certificateExpiresBefore}::date)`);
  }
  if (text) conditions.push(matching(text));
  return conditions;
}

function matching(text: string): RawBuilder<SqlBool> {
  const number = text.trim().toUpperCase();
  if (/^SL\d{7,}$/.test(number)) return sql<SqlBool>`e.licence_number = ${number}`;
  const terms = toTsquery(text);
  return terms === '' ? sql<SqlBool>`false` : sql<SqlBool>`e.search @@ ${terms}::tsquery`;
}
