import type { BodyOf } from '@firstfix/contract';
import type { giveQuote as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import { QUOTE_GIVEN } from '@firstfix/contract/fieldwork/events';
import type { QuoteView } from '@firstfix/contract/fieldwork/schemas';
import { type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { jobFacts, topicsOf } from '../facts.ts';
import { nextQuote } from '../quote.ts';
import { changeJob, chooseJob, mustBeIn } from '../sheet.ts';
import { adding } from '../store.ts';
import { askedJob, type Field, runCommand, type Sent, type SheetScene } from './run-command.ts';

/** A quote from the price list in force when it was given; it replaces the one before. */
export function giveQuote(field: Field, tx: Tx, sent: Sent<BodyOf<typeof endpoint>>) {
  return runCommand(field, tx, sent, async (scene) => {
    const { visit, sheet, occurred } = scene;
    mustBeIn(visit.state, 'on_site', 'in_service');
    const { workOrderId, job } = chooseJob(sheet, sent.body.workOrderId);
    const priced = await field.needs.priceOf(sent.body.items, askedJob(scene, workOrderId), occurred.at);
    const quote = nextQuote(job.quote, priced);
    const { quoteVersion, totalFen } = quote;
    const facts = { ...jobFacts(visit, workOrderId, tx.now), quoteVersion, totalFen };
    tx.emit(QUOTE_GIVEN, facts, topicsOf(visit, workOrderId));
    return {
      sheet: changeJob(sheet, workOrderId, { ...job, quote }),
      result: { workOrderId, ...quote },
      added: [keepQuote(scene, workOrderId, quote)],
      elsewhere: () =>
        field.orders.addJourneyEntry(tx, workOrderId, {
          kind: 'quote_given',
          facts: { quoteVersion, totalFen },
        }),
    };
  });
}

function keepQuote({ visit, occurred }: SheetScene, workOrderId: Id, quote: QuoteView) {
  return adding('fieldwork.quote', {
    work_order_id: workOrderId,
    version: quote.quoteVersion,
    visit_id: visit.id,
    lines: JSON.stringify(quote.lines),
    total_fen: quote.totalFen,
    price_list_version: quote.priceListVersion,
    state: quote.state,
    given_at: toDate(occurred.at),
  });
}
