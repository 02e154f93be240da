import type { FieldSheetView, JobView } from '@firstfix/contract/fieldwork/schemas';
import { fen, formatYuan, parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import panel from '../parts/panel.module.css';
import { useWords } from '../words/words.ts';
import styles from './sheet-so-far.module.css';

/** What is on the sheet so far, for a second look. */
export function SheetSoFar({ sheet }: { sheet: FieldSheetView }) {
  const say = useWords();
  const moments = useMoments();
  const times = (['departedAt', 'arrivedAt', 'beganAt', 'endedAt'] as const).flatMap((name) => {
    const at = sheet[name];
    return at === null ? [] : [{ name, at: parseInstant(at) }];
  });
  return (
    <section className={panel.panel} aria-label={say('visit.soFar')}>
      <h2>{say('visit.soFar')}</h2>
      <dl className={styles.facts}>
        {times.map(({ name, at }) => (
          <Fact key={name} name={say(`visit.times.${name}`)} value={moments.clock(at)} />
        ))}
        {sheet.doorCode && (
          <Fact name={say('visit.doorCode')} value={say(`visit.doorCodes.${sheet.doorCode}`)} />
        )}
        {sheet.fiveOnes && <Fact name={say('visit.fiveOnesName')} value={`${sheet.fiveOnes.length} / 5`} />}
        {sheet.jobs.map((job) => (
          <JobFacts key={job.workOrderId} job={job} />
        ))}
      </dl>
    </section>
  );
}

function JobFacts({ job }: { job: JobView }) {
  const say = useWords();
  const done = job.steps.filter(({ outcome }) => outcome !== null).length;
  const test = (passed: boolean) => say(passed ? 'visit.passed' : 'visit.failed');
  return (
    <>
      {job.serialNumber && <Fact name={say('visit.serial')} value={job.serialNumber} />}
      {job.identification && job.identification !== 'known' && (
        <Fact name={say('visit.machine')} value={say(`visit.identified.${job.identification}`)} />
      )}
      {job.testBefore && <Fact name={say('visit.next.test_before')} value={test(job.testBefore.passed)} />}
      {job.diagnosis && <Fact name={say('visit.fault')} value={job.diagnosis.faultCode} />}
      {job.quote && (
        <Fact name={say(`visit.quoteState.${job.quote.state}`)} value={formatYuan(fen(job.quote.totalFen))} />
      )}
      <Fact name={say('visit.stepsDone')} value={`${done} / ${job.steps.length}`} />
      {job.testAfter && <Fact name={say('visit.next.test_after')} value={test(job.testAfter.passed)} />}
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
