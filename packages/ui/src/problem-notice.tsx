import { ApiProblem } from '@firstfix/contract/client';
import { useUiWords } from './language.ts';
import styles from './place.module.css';

/** What went wrong in the server's words, with a way out. */
export function ProblemNotice({ problem, onAgain }: { problem: Error; onAgain?: () => void }) {
  const say = useUiWords();
  return (
    <div className={styles.place} role="alert">
      <strong>{say('place.failed')}</strong>
      <span>{problem instanceof ApiProblem ? problem.message : say('place.offline')}</span>
      {onAgain && (
        <button type="button" className={styles.again} onClick={onAgain}>
          {say('place.again')}
        </button>
      )}
    </div>
  );
}
