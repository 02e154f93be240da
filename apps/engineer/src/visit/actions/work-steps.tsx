import { STEP_GROUPS } from '@firstfix/contract/fieldwork/codes';
import { tickSteps } from '@firstfix/contract/fieldwork/endpoints';
import type { JobView } from '@firstfix/contract/fieldwork/schemas';
import { Button } from '@firstfix/ui/button.tsx';
import { useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { PhotoButton } from '../../evidence/photo-button.tsx';
import { Act } from '../../parts/act.tsx';
import panel from '../../parts/panel.module.css';
import { useWords } from '../../words/words.ts';
import { useListedSteps, useNameOf } from '../../work/catalogue-names.ts';
import { type JobActionProps, useNot } from '../step.ts';
import { PartsUsed } from './parts-used.tsx';

type Step = JobView['steps'][number];

/** The 1 + 5, one step at a time: the first that is open, with its photos. */
export function WorkSteps({ visit, job }: JobActionProps) {
  const say = useWords();
  const done = job.steps.filter((step) => !isOpen(step)).length;
  const step = firstOpen(job);
  if (step === undefined) return null;
  return (
    <>
      <progress value={done} max={job.steps.length} aria-label={say('visit.stepsDone')} />
      <p className={panel.label}>{say('visit.stepOf', { number: done + 1, all: job.steps.length })}</p>
      <OneStep key={step.code} visit={visit} job={job} step={step} />
      <PartsUsed visit={visit} job={job} />
    </>
  );
}

function OneStep({ visit, job, step }: JobActionProps & { step: Step }) {
  const say = useWords();
  const nameOf = useNameOf();
  const listed = useListedSteps(job.workType).get(step.code);
  const tick = useFieldCommand(tickSteps, visit.id);
  const [taken, setTaken] = useState<readonly string[]>(step.evidence);
  const missing = step.photosNeeded - taken.length;
  const not = useNot(visit.id, missing > 0 && say('visit.photosMissing', { count: missing }));
  const notNow = useNot(visit.id, false);
  const send = (outcome: 'done' | 'not_applicable') =>
    tick.mutate({
      workOrderId: job.workOrderId,
      steps: [{ code: step.code, outcome, ...(outcome === 'done' && { evidence: [...taken] }) }],
    });
  return (
    <>
      <div>
        <span className={panel.label}>{say(`visit.group.${step.group}`)}</span>
        <h3 className={panel.title}>{listed ? nameOf(listed) : step.code}</h3>
      </div>
      {step.photosNeeded > 0 && (
        <PhotoButton
          label={say('visit.takePhoto', { count: step.photosNeeded })}
          taken={taken}
          onTaken={(hash) => setTaken((before) => [...new Set([...before, hash])])}
        />
      )}
      {listed?.mayNotApply && (
        <Button
          onClick={() => send('not_applicable')}
          disabled={tick.isPending}
          {...(notNow !== undefined && { disabledReason: notNow })}
        >
          {say('visit.notApplicable')}
        </Button>
      )}
      <Act onAct={() => send('done')} busy={tick.isPending} problem={tick.error} not={not}>
        {say('visit.stepDone')}
      </Act>
    </>
  );
}

/** In the order of the 1 + 5, as the checklist has it. */
function firstOpen({ steps }: JobView): Step | undefined {
  const open = steps.filter(isOpen);
  return STEP_GROUPS.flatMap((group) => open.filter((step) => step.group === group))[0];
}

/** Not ticked, or ticked without all of its photos. */
function isOpen({ outcome, photosNeeded, evidence }: Step): boolean {
  return outcome === null || (outcome === 'done' && evidence.length < photosNeeded);
}
