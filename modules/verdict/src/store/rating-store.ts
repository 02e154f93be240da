import { type Id, type Instant, toDate, toDateOrNull } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Kysely, Selectable } from 'kysely';
import type { Rating, Words } from '../rating.ts';
import type { DB, VerdictRating, VerdictRatingHistory } from '../tables.ts';

export type VerdictDb = Kysely<DB>;

/** The rating of an order whose row the caller has locked, so that nobody else writes it. */
export async function findRating(db: VerdictDb, workOrderId: Id): Promise<Rating | undefined> {
  const row = await db
    .selectFrom('verdict.rating')
    .selectAll()
    .where('work_order_id', '=', workOrderId)
    .executeTakeFirst();
  return row && toRating(row);
}

/** Everything that was said before the current words, oldest first. */
export async function listFormerWords(
  db: VerdictDb,
  workOrderId: Id,
  before: number,
): Promise<(Words & { revision: number; givenAt: Instant })[]> {
  const rows = await db
    .selectFrom('verdict.rating_history')
    .selectAll()
    .where('work_order_id', '=', workOrderId)
    .where('revision', '<', before)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({ ...wordsOfRow(row), revision: row.revision, givenAt: row.given_at }));
}

/** Writes the rating and its entry in the history, in one statement. */
export async function saveRating(tx: Tx, rating: Rating): Promise<void> {
  await tx
    .tables<DB>()
    .with('entry', (db) => db.insertInto('verdict.rating_history').values(historyColumns(rating)))
    .insertInto('verdict.rating')
    .values(ratingColumns(rating))
    .onConflict((conflict) => conflict.column('work_order_id').doUpdateSet(movingColumns(rating)))
    .execute();
}

/** The whole row. */
export function ratingColumns(rating: Rating) {
  return {
    ...movingColumns(rating),
    work_order_id: rating.workOrderId,
    customer_id: rating.customerId,
    engineer_id: rating.engineerId,
    outlet_id: rating.outletId,
    territory_id: rating.territoryId,
  };
}

/** The whole row of what was said at this revision. */
export function historyColumns(rating: Rating) {
  return {
    ...wordColumns(rating),
    work_order_id: rating.workOrderId,
    revision: rating.revision,
    given_at: toDate(rating.changedAt),
  };
}

function movingColumns(rating: Rating) {
  return {
    ...wordColumns(rating),
    revision: rating.revision,
    counts: rating.counts,
    rated_at: toDateOrNull(rating.ratedAt),
    neutral_at: toDateOrNull(rating.neutralAt),
    changed_at: toDate(rating.changedAt),
  };
}

function wordColumns(words: Words) {
  const { dimensions } = words;
  return {
    neutral: words.neutral,
    stars: words.stars,
    promptness: dimensions.promptness,
    skill: dimensions.skill,
    manner: dimensions.manner,
    price_clarity: dimensions.priceClarity,
    cleanliness: dimensions.cleanliness,
    tags: [...words.tags],
    words: words.words,
    photo_hashes: [...words.photoHashes],
  };
}

function wordsOfRow(row: Selectable<VerdictRatingHistory> | Selectable<VerdictRating>): Words {
  return {
    neutral: row.neutral,
    stars: row.stars,
    dimensions: {
      promptness: row.promptness,
      skill: row.skill,
      manner: row.manner,
      priceClarity: row.price_clarity,
      cleanliness: row.cleanliness,
    },
    tags: row.tags,
    words: row.words,
    photoHashes: row.photo_hashes,
  };
}

function toRating(row: Selectable<VerdictRating>): Rating {
  return {
    ...wordsOfRow(row),
    workOrderId: row.work_order_id,
    revision: row.revision,
    counts: row.counts,
    customerId: row.customer_id,
    engineerId: row.engineer_id,
    outletId: row.outlet_id,
    territoryId: row.territory_id,
    ratedAt: row.rated_at,
    neutralAt: row.neutral_at,
    changedAt: row.changed_at,
  };
}
