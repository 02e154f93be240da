import { beginVisit } from '@firstfix/contract/fieldwork/endpoints';
import { useFieldCommand } from '../../connection/field-command.ts';
import { Act } from '../../parts/act.tsx';
import { useWords } from '../../words/words.ts';
import { useNot, type VisitActionProps } from '../step.ts';

/** Everything before the work is settled: the work begins. */
export function Begin({ visit }: VisitActionProps) {
  const say = useWords();
  const begin = useFieldCommand(beginVisit, visit.id);
  const not = useNot(visit.id, false);
  return (
    <>
      <p>{say('visit.beginNote')}</p>
      <Act onAct={() => begin.mutate({})} busy={begin.isPending} problem={begin.error} not={not}>
        {say('visit.begin')}
      </Act>
    </>
  );
}
