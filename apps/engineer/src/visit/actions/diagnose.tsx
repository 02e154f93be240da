import { ask } from '@firstfix/client/api.ts';
import { listFaults } from '@firstfix/contract/catalogue/endpoints';
import { diagnose as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { Act } from '../../parts/act.tsx';
import { Choice } from '../../parts/field.tsx';
import { useWords } from '../../words/words.ts';
import { useNameOf, useSymptomName } from '../../work/catalogue-names.ts';
import { type JobActionProps, useNot } from '../step.ts';

/** The fault, picked from the list: those of the triaged symptom first, all of the category on demand. */
export function Diagnose({ visit, job }: JobActionProps) {
  const say = useWords();
  const nameOf = useNameOf();
  const { data: order } = useQuery(ask(getWorkOrder, { params: { id: job.workOrderId } }));
  const symptomCode = order?.work.symptomCode ?? null;
  const symptom = useSymptomName(job.category, symptomCode);
  const faults = useQuery(ask(listFaults, { query: { category: job.category } }));
  const diagnose = useFieldCommand(endpoint, visit.id);
  const [all, setAll] = useState(false);
  const [code, setCode] = useState<string>();
  const picked = faults.data?.items.find((fault) => fault.code === code);
  const not = useNot(visit.id, picked === undefined && say('visit.faultNeeded'));
  if (faults.error) return <ProblemNotice problem={faults.error} onAgain={faults.refetch} />;
  if (!faults.data || !order) return <Loading />;
  const likely = faults.data.items.filter((fault) => fault.symptomCode === symptomCode);
  const shown = all || likely.length === 0 ? faults.data.items : likely;
  const send = () => {
    if (picked === undefined) return;
    const { symptomCode: found, repairClass, cause, faultyPart, remedy } = picked;
    const codes = { causeCode: cause.code, faultyPart: faultyPart.code, remedyCode: remedy.code };
    const diagnosis = { faultCode: picked.code, symptomCode: found, repairClass, ...codes };
    diagnose.mutate({ workOrderId: job.workOrderId, diagnosis });
  };
  return (
    <>
      {symptom && <p>{say('visit.triaged', { symptom })}</p>}
      {shown.map((fault) => (
        <Choice
          key={fault.code}
          type="radio"
          name="fault"
          checked={fault.code === code}
          onChange={() => setCode(fault.code)}
          note={`${fault.code} · ${nameOf(fault.remedy)} · ${say(`visit.repairClass.${fault.repairClass}`)}`}
        >
          {nameOf(fault.faultyPart)} · {nameOf(fault.cause)}
        </Choice>
      ))}
      {likely.length > 0 && (
        <Choice type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)}>
          {say('visit.allFaults', { count: faults.data.items.length })}
        </Choice>
      )}
      <Act onAct={send} busy={diagnose.isPending} problem={diagnose.error} not={not}>
        {say('visit.diagnose')}
      </Act>
    </>
  );
}
