import type { BodyOf } from '@firstfix/contract';
import type { approveQuote as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import { QUOTE_APPROVED, QUOTE_REFUSED } from '@firstfix/contract/fieldwork/events';
import { invalidField } from '@firstfix/contract/refusal';
import { type Id, toDate } from '@firstfix/kernel';
import type { Tx, Write } from '@firstfix/platform';
import { type GivenEvidence, keepEvidence } from '../evidence-store.ts';
import { jobFacts, topicsOf } from '../facts.ts';
import { mustSeeJob } from '../policy.ts';
import { decideQuote } from '../quote.ts';
import { changeJob, chooseJob, mustBeIn } from '../sheet.ts';
import { changing } from '../store.ts';
import { type Field, runCommand, type Sent, type SheetScene } from './run-command.ts';

type Body = BodyOf<typeof endpoint>;

/** The customer agrees to the price; from the engineer's phone it needs the customer's signature. */
export function approveQuote(field: Field, tx: Tx, sent: Sent<Body>) {
  return decide(field, tx, sent, 'approved');
}

/** The customer does not want the work at this price. */
export function refuseQuote(field: Field, tx: Tx, sent: Sent<Body>) {
  return decide(field, tx, sent, 'refused');
}

function decide(field: Field, tx: Tx, sent: Sent<Body>, state: 'approved' | 'refused') {
  const signature = signatureOf(sent);
  return runCommand(field, tx, { ...sent, evidence: signature }, (scene) => {
    const { visit, sheet } = scene;
    mustBeIn(visit.state, 'on_site', 'in_service');
    const { workOrderId, job } = chooseJob(
      sheet,
      sent.body.workOrderId ?? sent.caller.onlyWorkOrderId ?? undefined,
    );
    mustSeeJob(sent.caller, workOrderId);
    const by = sent.caller.role === 'customer' ? 'customer' : 'signature';
    const quote = decideQuote(job.quote, sent.body.quoteVersion, state, by);
    const { quoteVersion, totalFen } = quote;
    const facts = { ...jobFacts(visit, workOrderId, tx.now), quoteVersion, totalFen, by } as const;
    tx.emit(state === 'approved' ? QUOTE_APPROVED : QUOTE_REFUSED, facts, topicsOf(visit, workOrderId));
    return {
      sheet: changeJob(sheet, workOrderId, { ...job, quote }),
      result: { workOrderId, ...quote },
      added: [
        keepDecision(scene, workOrderId, quoteVersion, { state, by, signature }),
        ...keepEvidence(tx, visit.id, workOrderId, signature, scene.evidence, scene.occurred.at),
      ],
      elsewhere: () =>
        field.orders.addJourneyEntry(tx, workOrderId, {
          kind: `quote_${state}`,
          facts: { quoteVersion, totalFen, by },
        }),
    };
  });
}

/** Nobody agrees for the customer: the engineer's phone shows their signature. */
function signatureOf({ caller, body }: Sent<Body>): GivenEvidence[] {
  if (caller.role === 'customer') return [];
  const { signatureHash } = body;
  if (signatureHash !== undefined) {
    return [{ pointer: '/signatureHash', hash: signatureHash, purpose: 'signature' }];
  }
  throw invalidField('/signatureHash', 'required/signature');
}

interface Decision {
  readonly state: string;
  readonly by: string;
  readonly signature: readonly GivenEvidence[];
}

function keepDecision(
  { occurred }: SheetScene,
  workOrderId: Id,
  version: number,
  { state, by, signature }: Decision,
): Write {
  const quote = { work_order_id: workOrderId, version };
  return changing('fieldwork.quote', quote, {
    state,
    decided_by: by,
    signature_hash: signature[0]?.hash ?? null,
    decided_at: toDate(occurred.at),
  });
}
