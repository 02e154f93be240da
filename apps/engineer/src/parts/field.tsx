import type { InputHTMLAttributes, ReactNode } from 'react';
import styles from './field.module.css';

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly label: ReactNode;
  /** What is wrong with the value, in words. */
  readonly wrong?: string | undefined;
};

/** A line to type in, for a thumb. */
export function Field({ label, wrong, ...input }: FieldProps) {
  return (
    <label className={styles.field} data-wrong={wrong !== undefined}>
      <span>{label}</span>
      <input aria-invalid={wrong !== undefined} {...input} />
      {wrong !== undefined && <strong>{wrong}</strong>}
    </label>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly onPick: (value: string) => void;
  /** Value and word of each. */
  readonly options: readonly (readonly [value: string, word: string])[];
}

/** One of a list, by the phone's own wheel. */
export function Pick({ label, value, onPick, options }: PickProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onPick(target.value)}>
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

type ChoiceProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly type: 'checkbox' | 'radio';
  readonly note?: ReactNode;
};

/** A tick or one of several, over the whole width. */
export function Choice({ children, note, ...input }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input {...input} />
      <span>
        {children}
        {note && <small>{note}</small>}
      </span>
    </label>
  );
}
