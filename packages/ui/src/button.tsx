import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly primary?: boolean;
  /** Why it can't be pressed now: shown, and read out. */
  readonly disabledReason?: string;
};

/** A button for a thumb. One that can't be pressed says why. */
export function Button({ primary = false, disabledReason, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={primary ? styles.primary : styles.button}
      disabled={disabled || disabledReason !== undefined}
      title={disabledReason}
      {...rest}
    />
  );
}
