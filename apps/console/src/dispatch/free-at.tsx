import { useWords } from '../words/words.ts';
import styles from './board.module.css';
import { useBoardDesk } from './board-context.ts';

/** The field that the F key goes to. */
export const FREE_AT = 'dispatch-free-at';

/** Shows only who is free at a time; what is assigned meanwhile begins then. */
export function FreeAt() {
  const say = useWords();
  const { search, show } = useBoardDesk();
  return (
    <label className={styles.freeAt}>
      {say('dispatch.freeAt')}
      <input
        id={FREE_AT}
        type="time"
        step={900}
        value={search.free ?? ''}
        onChange={({ target }) => show({ free: target.value || undefined })}
        onKeyDown={({ key, currentTarget }) => {
          if (key !== 'Escape') return;
          show({ free: undefined });
          currentTarget.blur();
        }}
      />
    </label>
  );
}
