import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { sessionQuery } from '@firstfix/client/session.ts';
import { getMyEarningDays, getMyEarnings } from '@firstfix/contract/pay/endpoints';
import { fen, formatYuan } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { dateOf } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import panel from '../parts/panel.module.css';
import { useWords } from '../words/words.ts';
import { EarningCard } from './earning-card.tsx';
import styles from './earnings.module.css';

const route = getRouteApi('/earnings');

/** What the engineer earned: a day with the reason of each line, and the month day by day. */
export function EarningsPage() {
  const say = useWords();
  const today = dateOf(useNow());
  const { day = today } = route.useSearch();
  const { data: session } = useQuery(sessionQuery);
  useLive(session?.ownId ? `engineer:${session.ownId}` : undefined, [getMyEarnings.id]);
  return (
    <section className={panel.rows}>
      <h1>{say('earnings.title')}</h1>
      <Day day={day} isToday={day === today} />
      <Month day={day} />
    </section>
  );
}

function Day({ day, isToday }: { day: string; isToday: boolean }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(getMyEarnings, { query: { day } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <>
      <p className={panel.panel}>
        <span className={panel.label}>{isToday ? say('earnings.today') : day}</span>
        <strong className={styles.total}>{formatYuan(fen(data.totalFen))}</strong>
      </p>
      {data.items.length === 0 && <Empty>{say('earnings.none')}</Empty>}
      {data.items.map((entry) => (
        <EarningCard key={`${entry.workOrderId}.${entry.revision}.${entry.kind}`} entry={entry} />
      ))}
    </>
  );
}

function Month({ day }: { day: string }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(getMyEarningDays, { query: { month: day } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <section className={panel.panel}>
      <div className={panel.row}>
        <h2>{say('earnings.month', { month: data.month })}</h2>
        <strong>{formatYuan(fen(data.totalFen))}</strong>
      </div>
      <ul className={styles.days}>
        {data.items.map((one) => (
          <li key={one.day}>
            <Link
              to="/earnings"
              search={{ day: one.day }}
              aria-current={one.day === day ? 'date' : undefined}
            >
              <span>{one.day.slice(5)}</span>
              <span>{say('earnings.orders', { count: one.orders })}</span>
              <strong>{formatYuan(fen(one.totalFen))}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
