import type { BodyOf } from '@firstfix/contract';
import {
  type endCannotComplete as endpoint,
  QUOTE_NOT_REFUSED,
} from '@firstfix/contract/fieldwork/endpoints';
import { refusal } from '@firstfix/contract/refusal';
import type { Tx } from '@firstfix/platform';
import { mustBeIn, onSiteSeconds, type Sheet } from '../sheet.ts';
import { hazardEvidence, type NewHazard, recordHazard } from './record-hazard.ts';
import { type Field, runCommand, type Sent, type SheetScene } from './run-command.ts';

type Body = BodyOf<typeof endpoint>;

/** The visit ends with the work undone; reasons with consequences for the customer need their proof. */
export function endCannotComplete(field: Field, tx: Tx, sent: Sent<Body>) {
  const { reason, hazard } = sent.body;
  return runCommand(field, tx, { ...sent, evidence: hazardEvidence(hazard) }, (scene) => {
    const { visit, sheet, occurred, caller } = scene;
    mustBeIn(visit.state, 'on_site', 'in_service');
    if (reason === 'quote_refused') mustBeRefused(sheet);
    const recorded = hazardOf(scene, sent.body);
    const ended = { ...sheet, endedAt: occurred.at, endedHow: 'cannot_complete' as const };
    return {
      sheet: ended,
      state: 'cannot_complete',
      result: { onSiteSeconds: onSiteSeconds(ended) },
      added: recorded?.writes ?? [],
      elsewhere: () => field.orders.endCannotComplete(tx, caller, visit.id, reason),
    };
  });
}

/** The visit fee follows: only the customer can refuse. */
function mustBeRefused({ jobs }: Sheet): void {
  if (Object.values(jobs).some(({ quote }) => quote?.state === 'refused')) return;
  throw refusal(409, QUOTE_NOT_REFUSED);
}

/** Unsafe electricity: recorded with a failed test before, or now. */
function hazardOf(scene: SheetScene, { reason, hazard }: Body): NewHazard | undefined {
  const jobs = Object.entries(scene.sheet.jobs);
  const known = jobs.some(([, { tests }]) => tests.before?.hazardId != null || tests.after?.hazardId != null);
  const [first] = jobs;
  const needed = reason === 'unsafe_electricity' && !known;
  if (first === undefined || (hazard === undefined && !needed)) return undefined;
  return recordHazard(scene, first[0], { items: [], unsafeEarth: reason === 'unsafe_electricity' }, hazard);
}
