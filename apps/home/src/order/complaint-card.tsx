import { ask } from '@firstfix/client/api.ts';
import { useChange } from '@firstfix/client/change.ts';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { closeComplaint, listComplaints, openComplaint } from '@firstfix/contract/verdict/endpoints';
import { type ComplaintView, SEVERITIES, type Severity } from '@firstfix/contract/verdict/schemas';
import { parseInstant } from '@firstfix/kernel';
import { Button } from '@firstfix/ui/button.tsx';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../parts/card.tsx';
import { Choices } from '../parts/choices.tsx';
import { Facts } from '../parts/facts.tsx';
import { Field } from '../parts/field.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';

/** Something is not right: a complaint with its number and its clock. */
export function ComplaintCard({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const [writing, setWriting] = useState(false);
  const { data, error, refetch } = useQuery(
    ask(listComplaints, { query: { workOrderId: order.id, only: 'all' } }),
  );
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  return (
    <Card title={say('order.complaint')}>
      {data?.items.map((complaint) => (
        <Complaint key={complaint.id} complaint={complaint} />
      ))}
      {writing ? (
        <ComplaintForm workOrderId={order.id} onDone={() => setWriting(false)} />
      ) : (
        <Button onClick={() => setWriting(true)}>{say('order.complain')}</Button>
      )}
    </Card>
  );
}

function Complaint({ complaint }: { complaint: ComplaintView }) {
  const say = useWords();
  const close = useChange(closeComplaint);
  const due = complaint.answeredAt === null ? complaint.answerDueAt : complaint.closeDueAt;
  const closed = complaint.closedAt !== null;
  return (
    <>
      <Facts
        facts={[
          [say('order.complaintNumber'), complaint.number],
          [
            say('order.complaintState'),
            <StateChip key="state" of="complaintState" state={complaint.state} />,
          ],
          [
            say(complaint.answeredAt === null ? 'order.answerDue' : 'order.closeDue'),
            closed ? null : <DueChip key="due" due={parseInstant(due)} />,
          ],
          [say('order.complaintWords'), complaint.words],
          [say('order.answer'), complaint.answer],
          [say('order.judgement'), complaint.judgement],
        ]}
      />
      {close.error && <ProblemNotice problem={close.error} />}
      {!closed && (
        <Button
          {...(complaint.state === 'judged' ? {} : { disabledReason: say('order.settleLater') })}
          disabled={close.isPending || complaint.state !== 'judged'}
          onClick={() => close.mutate({ params: { id: complaint.id }, ifMatch: complaint.version })}
        >
          {say('order.settle')}
        </Button>
      )}
    </>
  );
}

function ComplaintForm({ workOrderId, onDone }: { workOrderId: string; onDone: () => void }) {
  const say = useWords();
  const [words, setWords] = useState('');
  const [severity, setSeverity] = useState<Severity>('normal');
  const { mutate, isPending, error } = useChange(openComplaint);
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ params: { id: workOrderId }, body: { severity, words } }, { onSuccess: onDone });
      }}
    >
      <Field label={say('order.complaintAsk')}>
        <textarea required maxLength={2000} value={words} onChange={({ target }) => setWords(target.value)} />
      </Field>
      <Choices
        label={say('order.severity')}
        choices={SEVERITIES.map((value) => ({ value, label: say(`order.severe.${value}`) }))}
        chosen={[severity]}
        onChoose={setSeverity}
      />
      <p className={form.soft}>{say('order.complaintMeans')}</p>
      {error && <ProblemNotice problem={error} />}
      <div className={form.buttons}>
        <Button onClick={onDone}>{say('order.notNow')}</Button>
        <Button primary type="submit" disabled={isPending}>
          {say('order.complaintSend')}
        </Button>
      </div>
    </form>
  );
}
