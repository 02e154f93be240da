import { FIVE_ONES, type FiveOne } from '@firstfix/contract/fieldwork/codes';
import { tickFiveOnes } from '@firstfix/contract/fieldwork/endpoints';
import { useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { Act } from '../../parts/act.tsx';
import { Choice } from '../../parts/field.tsx';
import { useWords } from '../../words/words.ts';
import { useNot, type VisitActionProps } from '../step.ts';

/** The five ones, ticked as they are; what is left out is seen by everybody. */
export function FiveOnes({ visit }: VisitActionProps) {
  const say = useWords();
  const tick = useFieldCommand(tickFiveOnes, visit.id);
  const [ticked, setTicked] = useState<readonly FiveOne[]>([]);
  const not = useNot(visit.id, false);
  return (
    <>
      {FIVE_ONES.map((one) => (
        <Choice
          key={one}
          type="checkbox"
          checked={ticked.includes(one)}
          onChange={() => setTicked(FIVE_ONES.filter((other) => (other === one) !== ticked.includes(other)))}
        >
          {say(`visit.fiveOnes.${one}`)}
        </Choice>
      ))}
      <Act
        onAct={() => tick.mutate({ ticked: [...ticked] })}
        busy={tick.isPending}
        problem={tick.error}
        not={not}
      >
        {say('visit.ticked', { count: ticked.length, all: FIVE_ONES.length })}
      </Act>
    </>
  );
}
