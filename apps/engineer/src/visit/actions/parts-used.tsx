import { recordParts } from '@firstfix/contract/fieldwork/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { Field } from '../../parts/field.tsx';
import panel from '../../parts/panel.module.css';
import { Refusal } from '../../parts/refusal.tsx';
import { useWords } from '../../words/words.ts';
import { type JobActionProps, useNot } from '../step.ts';

/** A part built in: the serial of the new one, and of the old one that goes back. */
export function PartsUsed({ visit, job }: JobActionProps) {
  const say = useWords();
  const record = useFieldCommand(recordParts, visit.id);
  const [newSerial, setNewSerial] = useState('');
  const [oldSerial, setOldSerial] = useState('');
  const partCode = job.diagnosis?.faultyPart;
  const not = useNot(visit.id, newSerial.trim() === '' && say('visit.newSerialNeeded'));
  if (partCode === undefined) return null;
  const send = () =>
    record.mutate(
      {
        workOrderId: job.workOrderId,
        parts: [{ partCode, quantity: 1, newSerial: newSerial.trim(), oldSerial: oldSerial.trim() || null }],
      },
      {
        onSuccess: () => {
          setNewSerial('');
          setOldSerial('');
        },
      },
    );
  return (
    <details className={panel.more}>
      <summary>{say('visit.parts', { count: job.parts.length })}</summary>
      <div className={panel.rows}>
        <Field
          label={say('visit.newSerial')}
          maxLength={60}
          value={newSerial}
          onChange={({ target }) => setNewSerial(target.value)}
        />
        <Field
          label={say('visit.oldSerial')}
          maxLength={60}
          value={oldSerial}
          onChange={({ target }) => setOldSerial(target.value)}
        />
        <Refusal problem={record.error} />
        <Button
          onClick={send}
          disabled={record.isPending}
          {...(not !== undefined && { disabledReason: not })}
        >
          {say('visit.recordPart')}
        </Button>
      </div>
    </details>
  );
}
