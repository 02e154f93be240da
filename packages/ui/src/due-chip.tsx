import { HOUR, type Instant } from '@firstfix/kernel';
import { useNow } from './business-time.tsx';
import styles from './due-chip.module.css';
import { useUiWords } from './language.ts';
import { useMoments } from './moment.ts';
import type { Tone } from './state-look.ts';

/** How long until something is due, or how long it has been over. Amber in the last hour, vermilion after. */
export function DueChip({ due, warnBefore = HOUR }: { due: Instant; warnBefore?: number }) {
  const now = useNow();
  const say = useUiWords();
  const moments = useMoments();
  const left = due - now;
  const time = moments.length(Math.abs(left));
  return (
    <time
      className={styles.chip}
      data-tone={toneOfLeft(left, warnBefore)}
      dateTime={new Date(due).toISOString()}
      title={moments.moment(due)}
    >
      {left < 0 ? say('due.over', { time }) : say('due.left', { time })}
    </time>
  );
}

function toneOfLeft(left: number, warnBefore: number): Tone {
  if (left < 0) return 'vermilion';
  return left < warnBefore ? 'amber' : 'ink';
}
