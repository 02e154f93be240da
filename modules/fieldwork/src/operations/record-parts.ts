import type { BodyOf } from '@firstfix/contract';
import type { recordParts as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import type { PartUsed } from '@firstfix/contract/fieldwork/schemas';
import { type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import { changeJob, chooseJob, mustBeIn } from '../sheet.ts';
import { adding } from '../store.ts';
import type { DB } from '../tables.ts';
import { type Field, runCommand, type Sent, type SheetScene } from './run-command.ts';

type Body = BodyOf<typeof endpoint>;

/** Parts built in. A "new" serial that was built in before is kept and flagged for settlement. */
export function recordParts(field: Field, tx: Tx, sent: Sent<Body>) {
  return runCommand(field, tx, sent, async (scene) => {
    const { visit, sheet } = scene;
    mustBeIn(visit.state, 'on_site', 'in_service');
    const { workOrderId, job } = chooseJob(sheet, sent.body.workOrderId);
    const parts = sent.body.parts.map(cleaned);
    const known = await serialsBuiltIn(tx, parts);
    const doubtful = parts.map((part, line) => seenBefore(part, line, parts, known));
    const all = [...job.parts, ...parts];
    const partsSeenBefore = job.partsSeenBefore || doubtful.includes(true);
    return {
      sheet: changeJob(sheet, workOrderId, { ...job, parts: all, partsSeenBefore }),
      result: { partCount: all.length, seenBefore: doubtful.includes(true) },
      added: keepParts(scene, workOrderId, sent.body.commandId, parts, doubtful),
    };
  });
}

function cleaned({ partCode, quantity, newSerial, oldSerial }: PartUsed): PartUsed {
  return { partCode, quantity, newSerial: serialOf(newSerial), oldSerial: serialOf(oldSerial) };
}

function serialOf(text: string | null | undefined): string | null {
  const serial = text?.trim().toUpperCase();
  return serial === undefined || serial === '' ? null : serial;
}

async function serialsBuiltIn(tx: Tx, parts: readonly PartUsed[]): Promise<Set<string>> {
  const serials = parts.flatMap(({ newSerial }) => newSerial ?? []);
  if (serials.length === 0) return new Set();
  const rows = await tx
    .tables<DB>()
    .selectFrom('fieldwork.part_used')
    .select('new_serial')
    .distinct()
    .where(sql<boolean>`new_serial = any(${serials}::text[])`)
    .execute();
  return new Set(rows.flatMap(({ new_serial }) => new_serial ?? []));
}

function seenBefore(
  { newSerial }: PartUsed,
  line: number,
  parts: readonly PartUsed[],
  known: ReadonlySet<string>,
): boolean {
  if (newSerial === null || newSerial === undefined) return false;
  return known.has(newSerial) || parts.slice(0, line).some((other) => other.newSerial === newSerial);
}

function keepParts(
  { visit, occurred }: SheetScene,
  workOrderId: Id,
  commandId: Id,
  parts: readonly PartUsed[],
  doubtful: readonly boolean[],
) {
  const [first, ...others] = parts.map((part, line) => ({
    command_id: commandId,
    line,
    visit_id: visit.id,
    work_order_id: workOrderId,
    part_code: part.partCode,
    quantity: part.quantity,
    new_serial: part.newSerial ?? null,
    old_serial: part.oldSerial ?? null,
    seen_before: doubtful[line] === true,
    occurred_at: toDate(occurred.at),
  }));
  return first === undefined ? [] : [adding('fieldwork.part_used', first, ...others)];
}
