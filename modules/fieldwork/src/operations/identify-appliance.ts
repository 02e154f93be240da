import type { BodyOf } from '@firstfix/contract';
import { EVIDENCE_CASES, type Identification } from '@firstfix/contract/fieldwork/codes';
import { type identifyAppliance as endpoint, SERIAL_MALFORMED } from '@firstfix/contract/fieldwork/endpoints';
import { EVIDENCE_CASE_OPENED } from '@firstfix/contract/fieldwork/events';
import { fieldError, refusal } from '@firstfix/contract/refusal';
import { type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import { jobFacts, topicsOf } from '../facts.ts';
import { changeJob, chooseJob, mustBeIn } from '../sheet.ts';
import { adding } from '../store.ts';
import type { IdentifiedAppliance } from './field-needs.ts';
import { askedJob, type Field, runCommand, type Sent, type SheetScene } from './run-command.ts';

type Body = BodyOf<typeof endpoint>;

/** Which appliance it is. A doubtful serial opens an evidence case and stops nobody; a malformed one is no serial. */
export function identifyAppliance(field: Field, tx: Tx, sent: Sent<Body>) {
  return runCommand(field, tx, sent, async (scene) => {
    const { visit, sheet } = scene;
    mustBeIn(visit.state, 'on_site', 'in_service');
    const { workOrderId, job } = chooseJob(sheet, sent.body.workOrderId);
    const serialNumber = sent.body.serialNumber.trim().toUpperCase();
    const asked = askedJob(scene, workOrderId);
    const [found, elsewhere] = await Promise.all([
      field.needs.identifyAppliance(serialNumber, asked),
      wasScannedElsewhere(tx, serialNumber, asked.householdId),
    ]);
    const registered = mustBeSerial(found, serialNumber);
    const outcome = elsewhere && registered !== 'counterfeit' ? 'other_household' : registered;
    const { applianceId } = found;
    const evidenceCase = EVIDENCE_CASES.includes(outcome);
    if (evidenceCase) openCase(scene, workOrderId, outcome, sent.body.commandId);
    return {
      sheet: changeJob(sheet, workOrderId, { ...job, serialNumber, applianceId, identification: outcome }),
      result: { workOrderId, outcome, applianceId, evidenceCase },
      added: [
        keepIdentification(scene, sent.body.commandId, {
          workOrderId,
          householdId: asked.householdId,
          serialNumber,
          outcome,
          applianceId,
        }),
      ],
    };
  });
}

/** The same serial in two homes: one of them is not what it says. */
async function wasScannedElsewhere(tx: Tx, serialNumber: string, householdId: Id): Promise<boolean> {
  const text = 'select from fieldwork.identification where serial_number = $1 and household_id <> $2 limit 1';
  const { rows } = await tx.tables().executeQuery(CompiledQuery.raw(text, [serialNumber, householdId]));
  return rows.length > 0;
}

function mustBeSerial({ outcome }: IdentifiedAppliance, serialNumber: string): Identification {
  if (outcome !== 'malformed') return outcome;
  const facts = { errors: [fieldError('/serialNumber', 'malformed')] };
  throw refusal(422, SERIAL_MALFORMED, { serialNumber }, facts);
}

function openCase({ tx, visit }: SheetScene, workOrderId: Id, outcome: Identification, commandId: Id): void {
  const facts = { ...jobFacts(visit, workOrderId, tx.now), commandId, outcome };
  tx.emit(EVIDENCE_CASE_OPENED, facts, topicsOf(visit, workOrderId));
}

interface Identified {
  readonly workOrderId: Id;
  readonly householdId: Id;
  readonly serialNumber: string;
  readonly outcome: Identification;
  readonly applianceId: Id | null;
}

function keepIdentification({ visit, occurred }: SheetScene, commandId: Id, found: Identified) {
  return adding('fieldwork.identification', {
    command_id: commandId,
    visit_id: visit.id,
    work_order_id: found.workOrderId,
    household_id: found.householdId,
    serial_number: found.serialNumber,
    outcome: found.outcome,
    appliance_id: found.applianceId,
    occurred_at: toDate(occurred.at),
  });
}
