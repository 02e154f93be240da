import { acceptVisit, declineVisit } from '@firstfix/contract/orders/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { useState } from 'react';
import { useKeptCommand } from '../../connection/field-command.ts';
import { Act } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import panel from '../../parts/panel.module.css';
import { Refusal } from '../../parts/refusal.tsx';
import { useWords } from '../../words/words.ts';
import { useNot, type VisitActionProps } from '../step.ts';

/** Take the visit, or give it back with a reason. */
export function AcceptVisit({ visit }: VisitActionProps) {
  const say = useWords();
  const accept = useKeptCommand(acceptVisit, visit.id);
  const not = useNot(visit.id, false);
  return (
    <>
      <Act onAct={() => accept.mutate({})} busy={accept.isPending} problem={accept.error} not={not}>
        {say('visit.accept')}
      </Act>
      <Decline visit={visit} />
    </>
  );
}

/** The way back for an engineer who can't go after all. */
export function Decline({ visit }: VisitActionProps) {
  const say = useWords();
  const decline = useKeptCommand(declineVisit, visit.id);
  const [reason, setReason] = useState('');
  const not = useNot(visit.id, reason.trim() === '' && say('visit.declineWhy'));
  return (
    <details className={panel.more}>
      <summary>{say('visit.decline')}</summary>
      <div className={panel.rows}>
        <Field
          label={say('visit.reason')}
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Refusal problem={decline.error} />
        <Button
          onClick={() => decline.mutate({ reason })}
          disabled={decline.isPending}
          {...(not !== undefined && { disabledReason: not })}
        >
          {say('visit.declineDo')}
        </Button>
      </div>
    </details>
  );
}
