import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useDismissal } from './dismissal.ts';
import styles from './popover.module.css';

interface PopoverProps {
  /** What stands on the button. */
  readonly label: ReactNode;
  /** Its name, where the label is a picture or a letter. */
  readonly name?: string;
  /** The side of the button the panel is flush with. */
  readonly align?: 'start' | 'end';
  /** Without a border, for bars. */
  readonly plain?: boolean;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button that opens a panel below itself. */
export function Popover({ label, name, align = 'end', plain = false, children }: PopoverProps) {
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useDismissal(place, open, close);
  return (
    <div ref={place} className={styles.place}>
      <button
        type="button"
        className={plain ? styles.plain : styles.opener}
        aria-label={name}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div className={styles.panel} data-align={align}>
          {typeof children === 'function' ? children(close) : children}
        </div>
      )}
    </div>
  );
}
