import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { listVisits } from '@firstfix/contract/orders/endpoints';
import type { VisitView } from '@firstfix/contract/orders/schemas';
import { toRfc3339 } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { dateOf } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keepDay } from '../connection/kept-day.ts';
import { useWords } from '../words/words.ts';
import { TakenBack } from './taken-back.tsx';
import styles from './today.module.css';
import { VisitCard } from './visit-card.tsx';

const OVER: readonly VisitView['state'][] = ['finished', 'cannot_complete', 'no_show', 'cancelled'];

/** Today's visits in the planned order: the one to go on with first, what is over last. */
export function Today({ engineerId }: { engineerId: string }) {
  const say = useWords();
  const day = dateOf(useNow());
  useLive(`engineer:${engineerId}`, [listVisits.id]);
  const { data, error, refetch } = useQuery(ask(listVisits, { query: { day } }));
  useKeptDay(data?.items);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  const open = data.items.filter(({ state }) => !OVER.includes(state));
  const over = data.items.filter(({ state }) => OVER.includes(state) && state !== 'cancelled');
  return (
    <section className={styles.visits}>
      <h1>{say('start.today')}</h1>
      <TakenBack engineerId={engineerId} />
      {open.length === 0 && <Empty>{say(over.length === 0 ? 'start.none' : 'start.allDone')}</Empty>}
      {open.map((visit, index) => (
        <VisitCard key={visit.id} visit={visit} number={index + 1} first={index === 0} />
      ))}
      {over.length > 0 && <h2>{say('start.done', { count: over.length })}</h2>}
      {over.map((visit) => (
        <VisitCard key={visit.id} visit={visit} />
      ))}
    </section>
  );
}

/** Kept on the phone whenever it is news. */
function useKeptDay(visits: readonly VisitView[] | undefined): void {
  const now = useRef(0);
  now.current = useNow();
  useEffect(() => {
    if (!visits) return;
    const stops = visits
      .filter(({ state }) => !OVER.includes(state))
      .map(({ id, plannedStartAt, plannedEndAt, place }) => ({
        id,
        start: plannedStartAt,
        end: plannedEndAt,
        community: place.community,
      }));
    keepDay({ seenAt: toRfc3339(now.current), stops });
  }, [visits]);
}
