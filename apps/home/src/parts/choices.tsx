import type { ReactNode } from 'react';
import styles from './form.module.css';

interface Choice<T> {
  readonly value: T;
  readonly label: ReactNode;
  readonly disabledReason?: string | undefined;
}

interface ChoicesProps<T> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: readonly T[];
  readonly onChoose: (value: T) => void;
  /** How they lie: as many as fit, in a grid, or one a row. */
  readonly as?: 'flow' | 'grid' | 'rows';
}

/** Things to tap. */
export function Choices<T extends string | number>(props: ChoicesProps<T>) {
  const { label, choices, chosen, onChoose, as = 'flow' } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be a flex or grid container everywhere
    <div
      className={styles.choices}
      role="group"
      aria-label={label}
      data-grid={as === 'grid' || undefined}
      data-rows={as === 'rows' || undefined}
    >
      {choices.map(({ value, label: text, disabledReason }) => (
        <button
          key={value}
          type="button"
          className={styles.choice}
          aria-pressed={chosen.includes(value)}
          disabled={disabledReason !== undefined}
          onClick={() => onChoose(value)}
        >
          {text}
          {disabledReason !== undefined && <small>{disabledReason}</small>}
        </button>
      ))}
    </div>
  );
}
