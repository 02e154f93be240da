import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { NoticesNeeds } from '../needs.ts';
import { textReceived } from '../store/simulator.ts';
import type { DB } from '../tables.ts';

/** The latest sign-in code a phone of the demo received; none where this is no demo. */
export async function readDemoMessage(
  db: Kysely<DB>,
  { vault, isDemo }: NoticesNeeds,
  phone: string,
): Promise<{ text: string | null }> {
  if (!(await isDemo())) return { text: null };
  const row = await db
    .selectFrom('notices.message')
    .innerJoin('notices.simulated', 'message_id', 'id')
    .select(['id', 'text_sealed'])
    .where('phone_hash', '=', vault.keyedHash('notices.phone', phone))
    .where('template', '=', 'sign_in_code')
    .where('received_at', '>', sql<number>`clock_timestamp() - interval '5 minutes'`)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return { text: row ? textReceived(vault, row.id, row.text_sealed) : null };
}
