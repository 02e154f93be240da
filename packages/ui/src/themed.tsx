import type { CSSProperties, ReactNode } from 'react';
import styles from './themed.module.css';
import { cssProperties, PALETTES, type Theme } from './tokens.ts';

/** A piece of the page in one theme, whatever the rest is in. */
export function Themed({ theme, children }: { theme: Theme; children: ReactNode }) {
  const style: CSSProperties = { ...Object.fromEntries(cssProperties(PALETTES[theme])), colorScheme: theme };
  return (
    <div className={styles.themed} data-theme={theme} style={style}>
      {children}
    </div>
  );
}
