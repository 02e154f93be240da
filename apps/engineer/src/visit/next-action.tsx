import type { FieldAction } from '@firstfix/contract/fieldwork/codes';
import type { FieldSheetView, JobView } from '@firstfix/contract/fieldwork/schemas';
import type { VisitView } from '@firstfix/contract/orders/schemas';
import type { ComponentType } from 'react';
import panel from '../parts/panel.module.css';
import { useWords } from '../words/words.ts';
import { useJobName } from '../work/catalogue-names.ts';
import { AcceptVisit } from './actions/accept-visit.tsx';
import { Arrive } from './actions/arrive.tsx';
import { AwaitDecision } from './actions/await-decision.tsx';
import { Begin } from './actions/begin.tsx';
import { Depart } from './actions/depart.tsx';
import { Diagnose } from './actions/diagnose.tsx';
import { ElectricTest } from './actions/electric-test.tsx';
import { Finish } from './actions/finish.tsx';
import { FiveOnes } from './actions/five-ones.tsx';
import { GiveQuote } from './actions/give-quote.tsx';
import { Identify } from './actions/identify.tsx';
import { Settle } from './actions/settle.tsx';
import { WorkSteps } from './actions/work-steps.tsx';
import type { JobActionProps, VisitActionProps } from './step.ts';

/** What is done with the visit as a whole. */
const VISIT_STEPS: Partial<Record<FieldAction, ComponentType<VisitActionProps>>> = {
  depart: Depart,
  arrive: Arrive,
  tick_five_ones: FiveOnes,
  begin: Begin,
  finish: Finish,
};

/** What is done for one of its orders. */
const JOB_STEPS: Partial<Record<FieldAction, ComponentType<JobActionProps>>> = {
  identify: Identify,
  test_before: (props) => <ElectricTest {...props} phase="before" />,
  diagnose: Diagnose,
  give_quote: GiveQuote,
  decide_quote: AwaitDecision,
  tick_steps: WorkSteps,
  test_after: (props) => <ElectricTest {...props} phase="after" />,
};

interface NextActionProps {
  readonly visit: VisitView;
  readonly sheet: FieldSheetView | undefined;
}

/** The one next thing to do, in the order the server leads the visit. */
export function NextAction({ visit, sheet }: NextActionProps) {
  const say = useWords();
  if (visit.state === 'planned') {
    return (
      <Panel title={say('visit.next.accept')}>
        <AcceptVisit visit={visit} />
      </Panel>
    );
  }
  if (visit.state === 'finished') return <Settle visit={visit} />;
  if (visit.state === 'cannot_complete' || visit.state === 'no_show' || visit.state === 'cancelled') {
    return <p className={panel.panel}>{say('visit.over')}</p>;
  }
  const action = sheet?.nextStep.action ?? 'depart';
  const job = jobOf(sheet);
  const JobStep = JOB_STEPS[action];
  const VisitStep = VISIT_STEPS[action];
  return (
    <Panel title={say(`visit.next.${action}`)} {...(JobStep && job && { job })}>
      {JobStep && job && <JobStep key={`${action}.${job.workOrderId}`} visit={visit} job={job} />}
      {VisitStep && <VisitStep key={action} visit={visit} />}
    </Panel>
  );
}

function jobOf(sheet: FieldSheetView | undefined): JobView | undefined {
  return sheet?.jobs.find(({ workOrderId }) => workOrderId === sheet.nextStep.workOrderId);
}

function Panel({ title, job, children }: { title: string; job?: JobView; children: React.ReactNode }) {
  const nameOf = useJobName();
  return (
    <section className={panel.next} aria-label={title}>
      <div>
        {job && <span className={panel.label}>{nameOf(job)}</span>}
        <h2 className={panel.title}>{title}</h2>
      </div>
      {children}
    </section>
  );
}
