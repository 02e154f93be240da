import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageHeaderProps {
  readonly title: ReactNode;
  /** The way back to the list. */
  readonly back?: ReactNode;
  /** What may be done to the thing shown. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** What a page shows, in what state, and what may be done about it. */
export function PageHeader({ title, back, actions, children }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {back}
      <h1>{title}</h1>
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
