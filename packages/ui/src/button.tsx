import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';
import { Tip } from './tip.tsx';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly primary?: boolean;
  /** It destroys something. */
  readonly danger?: boolean;
  /** For a mouse; without it, for a thumb. */
  readonly compact?: boolean;
  /** Why it can't be pressed now: shown under the mouse, with the focus and at a touch, and read out. */
  readonly disabledReason?: string;
};

/** A button. One that can't be pressed can still be reached, and says why. */
export function Button({ disabledReason, ...rest }: ButtonProps) {
  if (disabledReason === undefined) return <PlainButton {...rest} />;
  return (
    <Tip text={disabledReason}>
      {(describedBy, show) => (
        <PlainButton
          {...rest}
          type="button"
          disabled={false}
          aria-disabled
          aria-describedby={describedBy}
          onClick={show}
        />
      )}
    </Tip>
  );
}

function PlainButton({ primary, danger, compact, ...rest }: Omit<ButtonProps, 'disabledReason'>) {
  const look = danger ? styles.danger : primary ? styles.primary : styles.button;
  return <button type="button" className={look} data-compact={compact} {...rest} />;
}
