import { finishVisit } from '@firstfix/contract/fieldwork/endpoints';
import { useFieldCommand } from '../../connection/field-command.ts';
import { Act } from '../../parts/act.tsx';
import { useWords } from '../../words/words.ts';
import { useNot, type VisitActionProps } from '../step.ts';

/** Nothing is missing: the visit ends, and the customer is sent the completion code. */
export function Finish({ visit }: VisitActionProps) {
  const say = useWords();
  const finish = useFieldCommand(finishVisit, visit.id);
  const not = useNot(visit.id, false);
  return (
    <>
      <p>{say('visit.finishNote')}</p>
      <Act onAct={() => finish.mutate({})} busy={finish.isPending} problem={finish.error} not={not}>
        {say('visit.finish')}
      </Act>
    </>
  );
}
