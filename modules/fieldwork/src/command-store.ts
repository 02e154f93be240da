import { createHash } from 'node:crypto';
import { COMMAND_ID_REUSED } from '@firstfix/contract/fieldwork/endpoints';
import type { CommandBase } from '@firstfix/contract/fieldwork/schemas';
import { refusal } from '@firstfix/contract/refusal';
import { type DomainError, type Id, type Instant, toDate } from '@firstfix/kernel';
import { constraintOf, type Tx, type Write, writeTogether } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import { newDoorSecret } from './door-code-store.ts';
import type { Sheet } from './sheet.ts';
import { adding, type LoadedSheet, openSheet, type SheetRow, saveSheet, toLoadedSheet } from './store.ts';

/** Commands from the field and their answers, for good. */

export interface FieldCommand {
  readonly kind: string;
  readonly visitId: Id;
  readonly body: CommandBase;
}

/** What a command finds of its own module. */
interface Found {
  /** The answer given before to the same command. */
  readonly answer: object | undefined;
  /** `undefined` before anybody set out. */
  readonly loaded: LoadedSheet | undefined;
}

const FIND = `select c.body_hash, c.answer, s.* from (values ($1::uuid, $2::uuid)) as asked (command_id, visit)
  left join fieldwork.command c using (command_id) left join fieldwork.sheet s on s.visit_id = asked.visit`;

type FoundRow = (SheetRow | { readonly version: null }) & {
  readonly body_hash: Buffer | null;
  readonly answer: object | null;
};

/** Looks whether the command is new, and for the sheet of its visit. 422 when its id served another one. */
export async function findCommand(tx: Tx, command: FieldCommand): Promise<Found> {
  const { rows } = await tx
    .tables()
    .executeQuery<FoundRow>(CompiledQuery.raw(FIND, [command.body.commandId, command.visitId]));
  const [row] = rows;
  if (row === undefined) throw new RangeError('one row was asked for');
  if (row.body_hash !== null && !row.body_hash.equals(hashOf(command))) throw reused(command);
  return {
    answer: row.answer ?? undefined,
    loaded: row.version === null ? undefined : toLoadedSheet(row),
  };
}

/** What a command did. */
interface Outcome {
  readonly occurredAt: Instant;
  readonly answer: object;
  readonly sheet: Sheet;
  /** Whether there was a sheet before. */
  readonly opens: boolean;
  /** What its kind writes besides. */
  readonly added: readonly Write[];
}

/** Keeps the answer with all it says. 422 when another visit's command took the id at the same moment. */
export async function saveCommand(tx: Tx, command: FieldCommand, outcome: Outcome): Promise<void> {
  const { sheet, added } = outcome;
  const kept = outcome.opens ? openSheet(sheet, newDoorSecret()) : saveSheet(sheet);
  await writeTogether(tx, [keepAnswer(tx, command, outcome), kept, ...added]).catch((error: unknown) => {
    throw constraintOf(error) === 'command_pkey' ? reused(command) : error;
  });
}

function keepAnswer(tx: Tx, command: FieldCommand, { occurredAt, answer }: Outcome): Write {
  const { commandId, position } = command.body;
  return adding('fieldwork.command', {
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
  });
}

function reused({ body }: FieldCommand): DomainError {
  return refusal(422, COMMAND_ID_REUSED, { commandId: body.commandId });
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
