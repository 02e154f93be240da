import * as api from '@firstfix/contract/fieldwork/endpoints';
import type { CommandBase } from '@firstfix/contract/fieldwork/schemas';
import type { Id } from '@firstfix/kernel';
import type { Network } from '@firstfix/network';
import { type Caller, command, query, type Route, replyTo, type ScreenNews } from '@firstfix/platform';
import { arriveVisit } from './operations/arrive-visit.ts';
import { beginVisit } from './operations/begin-visit.ts';
import { approveQuote, refuseQuote } from './operations/decide-quote.ts';
import { departVisit } from './operations/depart-visit.ts';
import { diagnose } from './operations/diagnose.ts';
import { endCannotComplete } from './operations/end-cannot-complete.ts';
import { finishVisit } from './operations/finish-visit.ts';
import { giveQuote } from './operations/give-quote.ts';
import { identifyAppliance } from './operations/identify-appliance.ts';
import { markStepMissing } from './operations/mark-step-missing.ts';
import { recordParts } from './operations/record-parts.ts';
import { recordReadings } from './operations/record-readings.ts';
import type { Field, Sent } from './operations/run-command.ts';
import { sendPositions } from './operations/send-positions.ts';
import { tickFiveOnes } from './operations/tick-five-ones.ts';
import { tickSteps } from './operations/tick-steps.ts';
import { getDoorCode } from './queries/get-door-code.ts';
import { getFieldSheet } from './queries/get-field-sheet.ts';
import { getVisitEngineer } from './queries/get-visit-engineer.ts';
import { listEngineerPositions } from './queries/list-engineer-positions.ts';
import type { FieldworkDb } from './store.ts';

/** Contract endpoint → operation or query. */
export function fieldworkRoutes(
  field: Field,
  network: Pick<Network, 'findEngineer' | 'findOutlet'>,
  db: FieldworkDb,
  news: ScreenNews,
): Route[] {
  return [
    command(api.departVisit, (tx, input) => departVisit(field, tx, sent(api.departVisit, input))),
    command(api.arriveVisit, (tx, input) => arriveVisit(field, tx, sent(api.arriveVisit, input))),
    command(api.tickFiveOnes, (tx, input) => tickFiveOnes(field, tx, sent(api.tickFiveOnes, input))),
    command(api.identifyAppliance, (tx, input) =>
      identifyAppliance(field, tx, sent(api.identifyAppliance, input)),
    ),
    command(api.recordReadings, (tx, input) => recordReadings(field, tx, sent(api.recordReadings, input))),
    command(api.diagnose, (tx, input) => diagnose(field, tx, sent(api.diagnose, input))),
    command(api.giveQuote, (tx, input) => giveQuote(field, tx, sent(api.giveQuote, input))),
    command(api.approveQuote, (tx, input) => approveQuote(field, tx, sent(api.approveQuote, input))),
    command(api.refuseQuote, (tx, input) => refuseQuote(field, tx, sent(api.refuseQuote, input))),
    command(api.recordParts, (tx, input) => recordParts(field, tx, sent(api.recordParts, input))),
    command(api.beginVisit, (tx, input) => beginVisit(field, tx, sent(api.beginVisit, input))),
    command(api.tickSteps, (tx, input) => tickSteps(field, tx, sent(api.tickSteps, input))),
    command(api.finishVisit, (tx, input) => finishVisit(field, tx, sent(api.finishVisit, input))),
    command(api.endCannotComplete, (tx, input) =>
      endCannotComplete(field, tx, sent(api.endCannotComplete, input)),
    ),
    command(api.markStepMissing, (tx, input) => markStepMissing(field, tx, sent(api.markStepMissing, input))),
    query(api.getFieldSheet, ({ caller, params, language }) =>
      getFieldSheet(field, db, caller, params.id, language),
    ),
    query(api.getVisitEngineer, ({ caller, params, now }) =>
      getVisitEngineer(field, network, db, { caller, visitId: params.id, now }),
    ),
    query(api.listEngineerPositions, (input) => listEngineerPositions(db, input)),
    replyTo(api.sendPositions, ({ caller, params, body, now }) =>
      sendPositions(field, db, news, { caller, visitId: params.id, now, body }),
    ),
    query(api.getDoorCode, ({ caller, params, now }) =>
      getDoorCode(field, db, { caller, visitId: params.id, now }),
    ),
  ];
}

function sent<B extends CommandBase>(
  { id }: { readonly id: string },
  { caller, params, body }: { readonly caller: Caller; readonly params: { id: Id }; readonly body: B },
): Sent<B> {
  return { kind: id, caller, visitId: params.id, body };
}
