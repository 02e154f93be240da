import type { ReactNode } from 'react';
import styles from './menu-item.module.css';

interface MenuItemProps {
  readonly onChoose: () => void;
  /** Whether it is the one chosen now; absent for plain actions. */
  readonly chosen?: boolean;
  readonly children: ReactNode;
}

/** One line of a popover that does something. */
export function MenuItem({ onChoose, chosen, children }: MenuItemProps) {
  return (
    <button type="button" className={styles.item} aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  );
}
