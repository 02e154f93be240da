import type { BodyOf } from '@firstfix/contract';
import type { recordReadings as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import { type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { judgeTest, type TestJudgement } from '../electric-safety.ts';
import { type GivenEvidence, keepEvidence } from '../evidence-store.ts';
import { changeJob, chooseJob, mustBeIn } from '../sheet.ts';
import { adding } from '../store.ts';
import { hazardEvidence, type NewHazard, recordHazard } from './record-hazard.ts';
import { askedJob, type Field, runCommand, type Sent, type SheetScene } from './run-command.ts';

type Body = BodyOf<typeof endpoint>;

/** The electric safety test against the limits of the category; outside them it needs the signed hazard record. */
export function recordReadings(field: Field, tx: Tx, sent: Sent<Body>) {
  const { body } = sent;
  const meter = meterEvidence(body);
  return runCommand(
    field,
    tx,
    { ...sent, evidence: [...meter, ...hazardEvidence(body.hazard)] },
    async (scene) => {
      const { visit, sheet, occurred } = scene;
      mustBeIn(visit.state, 'on_site', 'in_service');
      const { workOrderId, job } = chooseJob(sheet, body.workOrderId);
      const limits = await field.needs.electricLimitsOf(askedJob(scene, workOrderId), occurred.at);
      const judged = judgeTest(body.measurements, limits);
      const hazard = hazardOf(scene, workOrderId, judged, body);
      const test = { ...judged, hazardId: hazard?.hazardId ?? null };
      return {
        sheet: changeJob(sheet, workOrderId, { ...job, tests: { ...job.tests, [body.phase]: test } }),
        result: test,
        added: [
          keepTest(scene, workOrderId, body, test),
          ...keepEvidence(tx, visit.id, workOrderId, meter, scene.evidence, occurred.at),
          ...(hazard?.writes ?? []),
        ],
        elsewhere: () => noteInJourney(scene, workOrderId, body.phase, judged),
      };
    },
  );
}

function meterEvidence({ meterPhotoHash }: Body): GivenEvidence[] {
  if (meterPhotoHash === undefined) return [];
  return [{ pointer: '/meterPhotoHash', hash: meterPhotoHash, purpose: 'meter' }];
}

function hazardOf(
  scene: SheetScene,
  workOrderId: Id,
  { passed, earthSafe, readings }: TestJudgement,
  { hazard }: Body,
): NewHazard | undefined {
  if (passed) return undefined;
  const items = readings.filter((reading) => !reading.passed).map(({ item }) => item);
  return recordHazard(scene, workOrderId, { items, unsafeEarth: !earthSafe }, hazard);
}

function keepTest(
  { visit, occurred }: SheetScene,
  workOrderId: Id,
  { commandId, phase }: Body,
  test: TestJudgement & { readonly hazardId: Id | null },
) {
  return adding('fieldwork.electric_test', {
    command_id: commandId,
    visit_id: visit.id,
    work_order_id: workOrderId,
    phase,
    readings: JSON.stringify(test.readings),
    passed: test.passed,
    earth_safe: test.earthSafe,
    hazard_id: test.hazardId,
    occurred_at: toDate(occurred.at),
  });
}

/** The customer reads of a danger; a passed test is what they expect. */
async function noteInJourney(
  { field, tx }: SheetScene,
  workOrderId: Id,
  phase: string,
  { passed, earthSafe }: TestJudgement,
): Promise<void> {
  if (passed) return;
  await field.orders.addJourneyEntry(tx, workOrderId, {
    kind: 'hazard_recorded',
    facts: { phase, earthSafe },
  });
}
