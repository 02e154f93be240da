import { createHash } from 'node:crypto';
import { COMMAND_ID_REUSED } from '@firstfix/contract/fieldwork/endpoints';
import type { CommandBase } from '@firstfix/contract/fieldwork/schemas';
import { DomainError, type Id, type Instant, toDate } from '@firstfix/kernel';
import { constraintOf, type Tx } from '@firstfix/platform';
import type { DB } from './tables.ts';

/** Commands from the field and their answers, for good. */

export interface FieldCommand {
  readonly kind: string;
  readonly visitId: Id;
  readonly body: CommandBase;
}

/** The answer given before to the same command; 422 when its id served another one; `undefined` when it is new. */
export async function findAnswer(tx: Tx, command: FieldCommand): Promise<object | undefined> {
  const row = await tx
    .tables<DB>()
    .selectFrom('fieldwork.command')
    .select(['body_hash', 'answer'])
    .where('command_id', '=', command.body.commandId)
    .executeTakeFirst();
  if (!row) return undefined;
  if (!row.body_hash.equals(hashOf(command))) throw reused(command);
  return row.answer as object;
}

/** Keeps the answer. 422 when another visit's command took the id at the same moment. */
export async function keepAnswer(
  tx: Tx,
  command: FieldCommand,
  occurredAt: Instant,
  answer: object,
): Promise<void> {
  const { commandId, position } = command.body;
  await tx
    .tables<DB>()
    .insertInto('fieldwork.command')
    .values({
      command_id: commandId,
      visit_id: command.visitId,
      kind: command.kind,
      body_hash: hashOf(command),
      answer: JSON.stringify(answer),
      actor_role: tx.actor.role,
      occurred_at: toDate(occurredAt),
      received_at: toDate(tx.now),
      lat: position?.point.lat ?? null,
      lng: position?.point.lng ?? null,
      accuracy_metres: position?.accuracyMetres ?? null,
    })
    .execute()
    .catch((error: unknown) => {
      throw constraintOf(error) === 'command_pkey' ? reused(command) : error;
    });
}

function reused({ body }: FieldCommand): DomainError {
  return new DomainError(
    422,
    COMMAND_ID_REUSED,
    `Command ${body.commandId} was something else before: make a new id for a new command.`,
  );
}

/** What was asked, whatever the order of its fields. */
function hashOf({ kind, visitId, body }: FieldCommand): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([kind, visitId, body], sorted))
    .digest();
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
