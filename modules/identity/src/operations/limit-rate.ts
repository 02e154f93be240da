import { refusal } from '@firstfix/contract/refusal';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';

interface Limit {
  readonly key: string;
  readonly hits: number;
  readonly seconds: number;
}

/**
 * Counts one more under the key within the window; 429 past the limit. Counted in the transaction: what is
 * refused counts nothing, so the window ends when it was said to.
 */
export async function limitRate(tx: Tx, { key, hits, seconds }: Limit): Promise<void> {
  const { rows } = await sql<{ hits: number; left: number }>`
    insert into platform.rate_limit as l (key, window_start, hits) values (${key}, clock_timestamp(), 1)
    on conflict (key) do update set
      hits = case when l.window_start <= clock_timestamp() - ${seconds} * interval '1 second' then 1 else l.hits + 1 end,
      window_start = case when l.window_start <= clock_timestamp() - ${seconds} * interval '1 second'
        then clock_timestamp() else l.window_start end
    returning hits, ceil(${seconds}::float8 - extract(epoch from clock_timestamp() - window_start))::integer as left`.execute(
    tx.tables(),
  );
  const [now] = rows;
  if (now && now.hits > hits) {
    const facts = { extra: { retryAfterSeconds: now.left } };
    throw refusal(429, 'rate_limited', { seconds: now.left }, facts);
  }
}
