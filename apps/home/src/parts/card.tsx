import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title: string;
  /** Something is the customer's to do here. */
  readonly calls?: boolean;
  readonly children: ReactNode;
}

/** One subject of a screen, with its name. */
export function Card({ title, calls = false, children }: CardProps) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id} data-calls={calls || undefined}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
