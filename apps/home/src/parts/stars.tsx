import { useWords } from '../words/words.ts';
import styles from './stars.module.css';

const FIVE = [1, 2, 3, 4, 5] as const;

/** Stars somebody has. */
export function Stars({ of }: { of: number }) {
  const say = useWords();
  return (
    <span className={styles.stars} role="img" aria-label={say('order.stars', { count: of })}>
      {FIVE.map((star) => (star <= of ? '★' : '☆')).join('')}
    </span>
  );
}

/** Stars to give; each is a button. */
export function StarPicker(props: { label: string; value: number; onPick: (stars: number) => void }) {
  const { label, value, onPick } = props;
  const say = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be a flex container everywhere
    <div className={styles.picker} role="group" aria-label={label}>
      <span>{label}</span>
      {FIVE.map((star) => (
        <button
          key={star}
          type="button"
          aria-pressed={star === value}
          aria-label={say('order.stars', { count: star })}
          onClick={() => onPick(star)}
        >
          {star <= value ? '★' : '☆'}
        </button>
      ))}
    </div>
  );
}
