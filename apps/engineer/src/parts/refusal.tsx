import { ApiProblem } from '@firstfix/contract/client';
import { NotSentYet } from '../connection/outbox.ts';
import { useWords } from '../words/words.ts';
import styles from './refusal.module.css';

/** Why something was not done and what to do about it, in the engineer's language. */
export function Refusal({ problem }: { problem: Error | null }) {
  const say = useWords();
  if (problem === null) return null;
  if (problem instanceof NotSentYet) {
    return (
      <p className={styles.waiting} role="status">
        {say('refusals.notSent')}
      </p>
    );
  }
  return (
    <div className={styles.refusal} role="alert">
      <strong>{problem instanceof ApiProblem ? problem.message : say('refusals.offline')}</strong>
    </div>
  );
}
