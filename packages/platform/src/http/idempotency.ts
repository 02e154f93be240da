import { createHash } from 'node:crypto';
import { refusal } from '@firstfix/contract/refusal';
import type pg from 'pg';
import type { ReplayableAnswer } from '../database/tx.ts';

/** What a command's key is bound to: the caller, the route with its ids, and the body. */
export interface KeyedCommand {
  readonly actorId: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: Buffer;
}

export function keyedCommand(actorId: string, route: string, key: string, body: unknown): KeyedCommand {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw refusal(400, 'invalid_input/idempotency_key');
  }
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest();
  return { actorId, route, key, bodyHash };
}

/** The stored answer of the same command; 422 when the key served another body; `undefined` when it is new. */
export async function findAnswer(
  pool: pg.Pool,
  command: KeyedCommand,
): Promise<Pick<ReplayableAnswer, 'status' | 'answer'> | undefined> {
  const { rows } = await pool.query<{ body_hash: Buffer; status: number; answer: unknown }>(
    'select body_hash, status, answer from platform.idempotency where actor_id = $1 and route = $2 and key = $3',
    [command.actorId, command.route, command.key],
  );
  const [row] = rows;
  if (!row) return undefined;
  if (!row.body_hash.equals(command.bodyHash)) {
    throw refusal(422, 'idempotency_key_reused');
  }
  return { status: row.status, answer: row.answer };
}

/** Answers are kept for a day of wall time. */
export const FORGET_OLD_ANSWERS = `delete from platform.idempotency where created_at < clock_timestamp() - interval '24 hours'`;
