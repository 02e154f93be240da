import { ask } from '@firstfix/client/api.ts';
import { listJourney } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { parseInstant } from '@firstfix/kernel';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../parts/card.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './journey.module.css';

/** How the order is run inside is no news to its customer. */
const INSIDE = ['owner_changed', 'offered', 'offer_withdrawn', 'visit_declined', 'unassigned'];

/** Everything that happened, the latest first, with its time. */
export function Journey({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const moments = useMoments();
  const { data, error, refetch } = useQuery(ask(listJourney, { params: { id: order.id } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  const entries = data.items.filter(({ kind }) => !INSIDE.includes(kind)).toReversed();
  return (
    <Card title={say('order.journey')}>
      <ol className={styles.journey}>
        {entries.map((entry) => (
          <li key={entry.sequence}>
            <time dateTime={entry.at}>{moments.moment(parseInstant(entry.at))}</time>
            <span>{sayCode('order.entry', entry.kind)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
