import { MINUTE, parseInstant, SECOND, type TimeWindow } from '@firstfix/kernel';
import { useProblemWords } from '@firstfix/ui/problem-words.ts';
import { useQuery } from '@tanstack/react-query';
import { useCodeWords, useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';
import { stretchIn } from './place-in-span.ts';
import styles from './timeline.module.css';
import { lookOf, verdictOn, type Wish } from './verdict.ts';

/** What letting go here would mean, by the engine's verdict: seen before anything is done. */
export function Ghost({ wish, span }: { wish: Wish; span: TimeWindow }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const { board } = useBoardDesk();
  const { data: verdict, error } = useQuery(verdictOn(wish));
  const inWords = useProblemWords();
  if (error) return <Notice look="refused">{inWords(error)}</Notice>;
  if (!verdict) return <Notice look="fits">{say('dispatch.judging')}</Notice>;
  const look = lookOf(verdict);
  if (look === 'refused') {
    return (
      <Notice look={look}>
        {verdict.broken.map(({ rule }) => sayCode('dispatch.rule', rule)).join(' · ')}
      </Notice>
    );
  }
  const order = board.orders.find(({ id }) => id === wish.orderId);
  const start = parseInstant(verdict.plannedStartAt);
  const work = { start, end: start + (order?.work.standardSeconds ?? 0) * SECOND };
  const minutes = Math.round((verdict.travelSeconds * SECOND) / MINUTE);
  return (
    <span className={styles.ghost} data-look={look} style={stretchIn(span, work)}>
      {say('dispatch.addedTravel', { minutes })}
    </span>
  );
}

function Notice({ look, children }: { look: 'fits' | 'refused'; children: string }) {
  return (
    <span className={styles.notice} data-look={look}>
      {children}
    </span>
  );
}
