import { ask } from '@firstfix/client/api.ts';
import { useChange } from '@firstfix/client/change.ts';
import { listWorkTypes } from '@firstfix/contract/catalogue/endpoints';
import { STEP_GROUPS } from '@firstfix/contract/fieldwork/codes';
import { markStepMissing } from '@firstfix/contract/fieldwork/endpoints';
import type { JobView } from '@firstfix/contract/fieldwork/schemas';
import { newId, toRfc3339 } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../parts/card.tsx';
import { useNameOf } from '../words/named.ts';
import { useWords } from '../words/words.ts';
import styles from './one-plus-five.module.css';

interface OnePlusFiveProps {
  readonly visitId: string;
  readonly job: JobView;
  readonly workType: string;
  /** Only then something can be missing. */
  readonly done: boolean;
}

/** The job and the five services of every visit, to check off against what was seen. */
export function OnePlusFive({ visitId, job, workType, done }: OnePlusFiveProps) {
  const say = useWords();
  const nameOfStep = useStepNames(workType);
  return (
    <Card title={say('order.card')}>
      <p className={styles.soft}>{say('order.cardMeans')}</p>
      {STEP_GROUPS.map((group) => {
        const steps = job.steps.filter((step) => step.group === group);
        if (steps.length === 0) return null;
        return (
          <div key={group} className={styles.group}>
            <h3>{say(`order.group.${group}`)}</h3>
            <ul className={styles.steps}>
              {steps.map((step) => (
                <li key={step.code} data-done={step.outcome !== null}>
                  <span>{nameOfStep(step.code)}</span>
                  <StepWord visitId={visitId} job={job} step={step} done={done} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Card>
  );
}

interface StepProps {
  readonly visitId: string;
  readonly job: JobView;
  readonly step: JobView['steps'][number];
  readonly done: boolean;
}

function StepWord({ visitId, job, step, done }: StepProps) {
  const say = useWords();
  const now = useNow();
  const { mutate, isPending, error } = useChange(markStepMissing);
  if (step.markedMissing) return <em data-tone="amber">{say('order.stepMissing')}</em>;
  if (error) return <ProblemNotice problem={error} />;
  if (done) {
    const body = {
      commandId: newId(),
      occurredAt: toRfc3339(now),
      workOrderId: job.workOrderId,
      stepCode: step.code,
    };
    return (
      <button type="button" disabled={isPending} onClick={() => mutate({ params: { id: visitId }, body })}>
        {say('order.stepNotDone')}
      </button>
    );
  }
  if (step.outcome === 'not_applicable') return <em>{say('order.stepNotNeeded')}</em>;
  return <em>{say(step.outcome === 'done' ? 'order.stepDone' : 'order.stepOpen')}</em>;
}

/** Steps are the catalogue's; one that is on no list any more keeps its code. */
function useStepNames(workType: string): (code: string) => string {
  const nameOf = useNameOf();
  const { data } = useQuery({ ...ask(listWorkTypes), staleTime: Number.POSITIVE_INFINITY });
  const steps = data?.items.find(({ code }) => code === workType)?.checklist;
  return (code) => {
    const step = steps?.find((one) => one.code === code);
    return step ? nameOf(step) : code;
  };
}
