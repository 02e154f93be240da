import type { ReactNode } from 'react';
import { useUiWords } from './language.ts';
import styles from './place.module.css';

/** Nothing is here: says so, and what to do about it. */
export function Empty({ children }: { children?: ReactNode }) {
  const say = useUiWords();
  return <div className={styles.place}>{children ?? say('place.empty')}</div>;
}
