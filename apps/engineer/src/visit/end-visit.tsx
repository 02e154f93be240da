import { endCannotComplete } from '@firstfix/contract/fieldwork/endpoints';
import type { FieldSheetView } from '@firstfix/contract/fieldwork/schemas';
import type { VisitView } from '@firstfix/contract/orders/schemas';
import {
  CANNOT_COMPLETE_REASONS,
  type CannotCompleteReason,
  legalVisitStates,
} from '@firstfix/contract/orders/states';
import { useState } from 'react';
import { useFieldCommand } from '../connection/field-command.ts';
import { type Hazard, HazardForm } from '../evidence/hazard-form.tsx';
import { Act } from '../parts/act.tsx';
import { Choice } from '../parts/field.tsx';
import panel from '../parts/panel.module.css';
import { useWords } from '../words/words.ts';
import { useNot } from './step.ts';

const REASONS = Object.keys(CANNOT_COMPLETE_REASONS) as CannotCompleteReason[];

interface EndVisitProps {
  readonly visit: VisitView;
  readonly sheet: FieldSheetView | undefined;
}

/** The work can't be done: the reason, and what becomes of the order. */
export function EndVisit({ visit, sheet }: EndVisitProps) {
  const say = useWords();
  if (visit.state === 'en_route') return <p className={panel.note}>{say('visit.endAfterArrival')}</p>;
  if (!legalVisitStates('cannotComplete').includes(visit.state) || !sheet) return null;
  return (
    <details className={panel.more}>
      <summary>{say('visit.cannotComplete')}</summary>
      <Ending visit={visit} sheet={sheet} />
    </details>
  );
}

function Ending({ visit, sheet }: { visit: VisitView; sheet: FieldSheetView }) {
  const say = useWords();
  const end = useFieldCommand(endCannotComplete, visit.id);
  const [reason, setReason] = useState<CannotCompleteReason>();
  const [hazard, setHazard] = useState<Hazard>({});
  const unsafe = reason === 'unsafe_electricity' && !isHazardRecorded(sheet);
  const not = useNot(visit.id, reason === undefined && say('visit.reasonNeeded'));
  return (
    <div className={panel.panel}>
      {REASONS.map((one) => (
        <Choice
          key={one}
          type="radio"
          name="reason"
          checked={one === reason}
          disabled={one === 'quote_refused' && !isQuoteRefused(sheet)}
          note={
            one === 'quote_refused' && !isQuoteRefused(sheet)
              ? say('visit.refuseFirst')
              : say(`visit.becomes.${CANNOT_COMPLETE_REASONS[one]}`)
          }
          onChange={() => setReason(one)}
        >
          {say(`visit.reasons.${one}`)}
        </Choice>
      ))}
      {unsafe && <HazardForm hazard={hazard} onHazard={setHazard} />}
      <Act
        onAct={() => reason && end.mutate({ reason, ...(unsafe && { hazard }) })}
        busy={end.isPending}
        problem={end.error}
        not={not}
      >
        {say('visit.endVisit')}
      </Act>
    </div>
  );
}

function isQuoteRefused({ jobs }: FieldSheetView): boolean {
  return jobs.some(({ quote }) => quote?.state === 'refused');
}

function isHazardRecorded({ jobs }: FieldSheetView): boolean {
  return jobs.some(({ testBefore, testAfter }) => (testAfter ?? testBefore)?.hazardId != null);
}
