import { useUiWords } from './language.ts';
import styles from './place.module.css';

/** Something is on its way; shown only when it takes long enough to be noticed. */
export function Loading() {
  const say = useUiWords();
  return (
    <div className={styles.place} role="status" data-late>
      {say('place.loading')}
    </div>
  );
}
