import styles from '@firstfix/ui/state-chip.module.css';
import type { Tone } from '@firstfix/ui/state-look.ts';
import type { ReactNode } from 'react';

/** A state in its colour, for what is not an order's. */
export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {children}
    </span>
  );
}
