import { useUiWords } from './language.ts';
import styles from './place.module.css';

/** Instead of a screen that failed: the rest of the app goes on. */
export function BrokenPage({ error }: { error: unknown }) {
  const say = useUiWords();
  return (
    <div className={styles.place} role="alert">
      <strong>{say('place.broken')}</strong>
      <code>{error instanceof Error ? error.message : String(error)}</code>
      <button type="button" className={styles.again} onClick={() => location.reload()}>
        {say('place.reload')}
      </button>
    </div>
  );
}
