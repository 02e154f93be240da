import { HAZARD_RECORDED } from '@firstfix/contract/fieldwork/events';
import type { HazardRecord } from '@firstfix/contract/fieldwork/schemas';
import { type Id, newId, toDate } from '@firstfix/kernel';
import type { Write } from '@firstfix/platform';
import { mustBeRecorded } from '../electric-safety.ts';
import { type GivenEvidence, keepEvidence } from '../evidence-store.ts';
import { jobFacts, topicsOf } from '../facts.ts';
import { adding } from '../store.ts';
import { askedJob, type SheetScene } from './run-command.ts';

/** Files a hazard record refers to. */
export function hazardEvidence(hazard: HazardRecord | undefined): GivenEvidence[] {
  const { photoHash, signatureHash } = hazard ?? {};
  return [
    ...(photoHash === undefined
      ? []
      : [{ pointer: '/hazard/photoHash', hash: photoHash, purpose: 'hazard' }]),
    ...(signatureHash === undefined
      ? []
      : [{ pointer: '/hazard/signatureHash', hash: signatureHash, purpose: 'hazard_signature' }]),
  ];
}

export interface Hazard {
  readonly items: readonly string[];
  readonly unsafeEarth: boolean;
}

/** A hazard about to be recorded: its id, and what records it. */
export interface NewHazard {
  readonly hazardId: Id;
  readonly writes: readonly Write[];
}

/** Records what is dangerous, with the photo and the signature it needs (422), and tells the others. */
export function recordHazard(
  scene: SheetScene,
  workOrderId: Id,
  hazard: Hazard,
  record: HazardRecord | undefined,
): NewHazard {
  const { tx, visit } = scene;
  const proof = mustBeRecorded(record);
  const concernsBuilding = record?.concernsBuilding ?? false;
  const { householdId } = askedJob(scene, workOrderId);
  const hazardId = newId();
  const about = { hazardId, householdId, unsafeEarth: hazard.unsafeEarth, concernsBuilding };
  tx.emit(
    HAZARD_RECORDED,
    { ...jobFacts(visit, workOrderId, tx.now), ...about },
    topicsOf(visit, workOrderId),
  );
  const row = {
    id: hazardId,
    visit_id: visit.id,
    work_order_id: workOrderId,
    household_id: householdId,
    territory_id: visit.territoryId,
    items: [...hazard.items],
    unsafe_earth: hazard.unsafeEarth,
    concerns_building: concernsBuilding,
    photo_hash: proof.photoHash,
    signature_hash: proof.signatureHash,
    occurred_at: toDate(scene.occurred.at),
  };
  const files = hazardEvidence(record);
  const evidence = keepEvidence(tx, visit.id, workOrderId, files, scene.evidence, scene.occurred.at);
  return { hazardId, writes: [adding('fieldwork.hazard', row), ...evidence] };
}
