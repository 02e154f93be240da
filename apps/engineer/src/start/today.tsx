import { listVisits } from '@firstfix/contract/orders/endpoints';
import type { VisitView } from '@firstfix/contract/orders/schemas';
import { parseInstant } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { dateOf, useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../connection/api.ts';
import { useLive } from '../connection/live.ts';
import { useWords } from '../words/words.ts';
import styles from './today.module.css';

/** Today's visits in the planned order. */
export function Today({ engineerId }: { engineerId: string }) {
  const say = useWords();
  const day = dateOf(useNow());
  useLive(`engineer:${engineerId}`, [listVisits.id]);
  const { data, error, refetch } = useQuery(ask(listVisits, { query: { day } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <section className={styles.visits}>
      <h1>{say('start.today')}</h1>
      {data.items.length === 0 && <Empty>{say('start.none')}</Empty>}
      {data.items.map((visit, index) => (
        <VisitCard key={visit.id} visit={visit} number={index + 1} />
      ))}
    </section>
  );
}

function VisitCard({ visit, number }: { visit: VisitView; number: number }) {
  const say = useWords();
  const moments = useMoments();
  return (
    <article className={styles.card}>
      <header>
        <strong>{say('start.stop', { number })}</strong>
        <StateChip of="visitState" state={visit.state} />
      </header>
      <p>{visit.place.community}</p>
      <p>{moments.window(parseInstant(visit.plannedStartAt), parseInstant(visit.plannedEndAt))}</p>
    </article>
  );
}
