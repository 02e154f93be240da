import type { ReactNode } from 'react';
import styles from './drawer.module.css';
import { useUiWords } from './language.ts';
import { Modal } from './modal.tsx';

interface DrawerProps {
  readonly title: string;
  /** `start` for what leads elsewhere, the end for details. */
  readonly side?: 'start' | 'end';
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What can be done with it, at its foot. */
  readonly actions?: ReactNode;
}

/** Details beside the list they came from; the whole width on a phone. */
export function Drawer({ title, side = 'end', onClose, children, actions }: DrawerProps) {
  const say = useUiWords();
  return (
    <Modal name={title} shape={side === 'start' ? 'startDrawer' : 'drawer'} onClose={onClose}>
      <header className={styles.header}>
        <h2>{title}</h2>
        <button type="button" className={styles.close} aria-label={say('place.close')} onClick={onClose}>
          ✕
        </button>
      </header>
      <div className={styles.body}>{children}</div>
      {actions && <footer className={styles.actions}>{actions}</footer>}
    </Modal>
  );
}
