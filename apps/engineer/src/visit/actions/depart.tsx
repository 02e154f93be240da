import { departVisit } from '@firstfix/contract/fieldwork/endpoints';
import { useFieldCommand } from '../../connection/field-command.ts';
import { Act } from '../../parts/act.tsx';
import { useWords } from '../../words/words.ts';
import { useNot, type VisitActionProps } from '../step.ts';
import { Decline } from './accept-visit.tsx';

/** Set out: from now on the customer sees who comes. */
export function Depart({ visit }: VisitActionProps) {
  const say = useWords();
  const depart = useFieldCommand(departVisit, visit.id);
  const not = useNot(visit.id, false);
  return (
    <>
      <p>{say('visit.departNote')}</p>
      <Act onAct={() => depart.mutate({})} busy={depart.isPending} problem={depart.error} not={not}>
        {say('visit.depart')}
      </Act>
      <Decline visit={visit} />
    </>
  );
}
