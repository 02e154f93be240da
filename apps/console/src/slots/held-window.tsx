import type { SlotHold } from '@firstfix/contract/dispatch/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/words.ts';
import styles from './slots.module.css';
import { useSecondsLeft } from './use-seconds-left.ts';

interface HeldWindowProps {
  readonly hold: SlotHold;
  readonly busy: boolean;
  readonly onBook: () => void;
  readonly onGiveBack: () => void;
}

/** A window kept for the caller, how long still, and the button that promises it. */
export function HeldWindow({ hold, busy, onBook, onGiveBack }: HeldWindowProps) {
  const say = useWords();
  const moments = useMoments();
  const left = useSecondsLeft(hold.id, hold.seconds);
  const book = useRef<HTMLButtonElement>(null);
  // whoever came by keyboard goes on with Enter
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new hold, a new focus
  useEffect(() => book.current?.focus(), [hold.id]);
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <div className={styles.held} data-tone={left === 0 ? 'vermilion' : left < 120 ? 'amber' : 'celadon'}>
      <strong>{moments.window(parseInstant(hold.start), parseInstant(hold.end))}</strong>
      <span role="timer">{left > 0 ? say('slots.held', { time }) : say('slots.holdOver')}</span>
      <Button ref={book} type="primary" disabled={left === 0} loading={busy} onClick={onBook}>
        {say('slots.book')}
      </Button>
      <Button disabled={busy} onClick={onGiveBack}>
        {say('slots.giveBack')}
      </Button>
    </div>
  );
}
