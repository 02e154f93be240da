import { Button } from '@firstfix/ui/button.tsx';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import styles from './act.module.css';
import { Refusal } from './refusal.tsx';

interface ActProps {
  readonly onAct: () => void;
  readonly busy: boolean;
  readonly problem: Error | null;
  /** Why it can't be done now. */
  readonly not?: string | undefined;
  readonly children: ReactNode;
}

/** The one big button of a step, at the thumb, with what spoke against it. */
export function Act({ onAct, busy, problem, not, children }: ActProps) {
  const say = useWords();
  const reason = busy ? say('refusals.sending') : not;
  return (
    <div className={styles.act}>
      <Refusal problem={problem} />
      {reason && <p className={styles.reason}>{reason}</p>}
      <Button primary onClick={onAct} {...(reason !== undefined && { disabledReason: reason })}>
        {children}
      </Button>
    </div>
  );
}
