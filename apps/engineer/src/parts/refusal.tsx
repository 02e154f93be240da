import { ApiProblem } from '@firstfix/contract/client';
import { NotSentYet } from '../connection/outbox.ts';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './refusal.module.css';

/** Why something was not done and what to do about it, in the engineer's language. */
export function Refusal({ problem }: { problem: Error | null }) {
  const say = useWords();
  const sayCode = useCodeWords();
  if (problem === null) return null;
  if (problem instanceof NotSentYet) {
    return (
      <p className={styles.waiting} role="status">
        {say('refusals.notSent')}
      </p>
    );
  }
  const refused = problem instanceof ApiProblem;
  return (
    <div className={styles.refusal} role="alert">
      <strong>{refused ? sayCode('refusals.codes', lastWord(problem.code)) : say('refusals.offline')}</strong>
      {refused && <small lang="en">{problem.message}</small>}
    </div>
  );
}

/** `fieldwork.outside_geofence` → `outside_geofence`: dots lead deeper into the catalogue of words. */
function lastWord(code: string): string {
  return code.slice(code.lastIndexOf('.') + 1);
}
