import { useUiWords } from './language.ts';
import styles from './place.module.css';
import { useProblemWords } from './problem-words.ts';

/** What went wrong in the server's words, with a way out. */
export function ProblemNotice({ problem, onAgain }: { problem: Error; onAgain?: () => void }) {
  const say = useUiWords();
  const inWords = useProblemWords();
  return (
    <div className={styles.place} role="alert">
      <strong>{say('place.failed')}</strong>
      <span>{inWords(problem)}</span>
      {onAgain && (
        <button type="button" className={styles.again} onClick={onAgain}>
          {say('place.again')}
        </button>
      )}
    </div>
  );
}
