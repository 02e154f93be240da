import type { ReactNode } from 'react';
import { LanguageSwitch, ThemeSwitch } from './chrome-switches.tsx';
import styles from './phone-frame.module.css';

/** Around every screen of a phone: what it is, the language, the light. */
export function PhoneFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header>
        <strong>{title}</strong>
        <span>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <main>{children}</main>
    </div>
  );
}
