import { type ReactNode, useId } from 'react';
import { useUiWords } from '../language.ts';
import { Help } from '../tip.tsx';
import styles from './form.module.css';

/** What a control needs to be tied to its label, its help and its error. */
export interface FieldTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  /** Why it is asked or how it is written, behind a question mark. */
  readonly help?: string;
  readonly error?: string;
  /** It may be left empty. */
  readonly optional?: boolean;
  readonly children: (ties: FieldTies) => ReactNode;
}

/** A label, one control, what is wrong with it. */
export function Field({ label, help, error, optional = false, children }: FieldProps) {
  const say = useUiWords();
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={styles.field}>
      <span className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {optional && <small>{say('form.optional')}</small>}
        {help && <Help text={help} />}
      </span>
      {children({ id, 'aria-describedby': error ? errorId : undefined, 'aria-invalid': error !== undefined })}
      {error && (
        <span id={errorId} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
