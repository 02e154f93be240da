import type { ComplaintView } from '@firstfix/contract/verdict/schemas';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { useWords } from '../words/words.ts';
import { CallFrame } from './call-frame.tsx';
import styles from './calls.module.css';
import { ComplaintAnswer } from './complaint-answer.tsx';
import { ComplaintClosing } from './complaint-closing.tsx';
import { ComplaintJudgement } from './complaint-judgement.tsx';
import { OrderCell } from './row-cells.tsx';

/** One complaint: what was said, what was answered, who answers for it, and the next thing to do. */
export function ComplaintDialog({ complaint, onClose }: { complaint: ComplaintView; onClose: () => void }) {
  const say = useWords();
  const { number, customerId, workOrderId, state, words, answer, liable, judgement } = complaint;
  return (
    <CallFrame
      title={say('calls.complaintOf', { number })}
      customerId={customerId}
      purpose="complaint"
      onClose={onClose}
    >
      <p className={styles.who}>
        <StateChip of="complaintState" state={state} /> <OrderCell id={workOrderId} />
      </p>
      <p className={styles.quote}>{words}</p>
      {answer && <p className={styles.quote}>{say('calls.answered', { answer })}</p>}
      {liable && (
        <p className={styles.quote}>
          {say('calls.judged', { party: say(`calls.liable.${liable}`), words: judgement ?? '' })}
        </p>
      )}
      <ComplaintAnswer complaint={complaint} />
      <ComplaintJudgement complaint={complaint} />
      <ComplaintClosing complaint={complaint} onClosed={onClose} />
    </CallFrame>
  );
}
