import type { ReactNode } from 'react';
import styles from './gallery.module.css';

/** One subject of the gallery: what it is, when it is used, and the thing itself. */
export function Specimen({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className={styles.specimen} aria-label={title}>
      <div className={styles.words}>
        <h2>{title}</h2>
        <p>{note}</p>
      </div>
      <div className={styles.thing}>{children}</div>
    </section>
  );
}
