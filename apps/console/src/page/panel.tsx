import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PanelProps {
  readonly title: string;
  /** What may be done here, at the end of the title's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One raised part of a page, with its own title. */
export function Panel({ title, actions, children }: PanelProps) {
  return (
    <section className={styles.panel} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** Choices and buttons in one line, as long as there is room. */
export function Tools({ children }: { children: ReactNode }) {
  return <div className={styles.header}>{children}</div>;
}

/** Panels beside each other where there is room. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Short words of equal rank, like skills. */
export function Tags({ of }: { of: readonly string[] }) {
  return (
    <span className={styles.tags}>
      {of.map((word) => (
        <span key={word} className={styles.tag}>
          {word}
        </span>
      ))}
    </span>
  );
}
