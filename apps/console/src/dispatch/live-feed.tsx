import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import type { ResponseOf } from '@firstfix/contract';
import { listHappenings } from '@firstfix/contract/orders/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { Popover } from '@firstfix/ui/popover.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './board.module.css';
import { useBoardDesk } from './board-context.ts';

type Happening = ResponseOf<typeof listHappenings>['items'][number];

/** What happened last in the territory: the latest in a line, the others a click away. */
export function LiveFeed() {
  const say = useWords();
  const { board } = useBoardDesk();
  const { territoryId } = board;
  const { data } = useQuery(ask(listHappenings, { query: { territoryId } }));
  useLive(`territory:${territoryId}`, [listHappenings.id]);
  const [latest] = data?.items ?? [];
  if (!data) return null;
  return (
    <section className={styles.feed} aria-label={say('dispatch.feed')}>
      <Popover plain align="start" label={latest ? <Told happening={latest} /> : say('dispatch.feedEmpty')}>
        {(close) => (
          <ol className={styles.happenings}>
            {data.items.length === 0 && <Empty>{say('dispatch.feedEmpty')}</Empty>}
            {data.items.map((happening) => (
              <li key={`${happening.workOrderId}:${happening.sequence}`}>
                <Link
                  to="/dispatch"
                  search={(before) => ({ ...before, order: happening.workOrderId })}
                  onClick={close}
                >
                  <Told happening={happening} />
                </Link>
              </li>
            ))}
          </ol>
        )}
      </Popover>
    </section>
  );
}

function Told({ happening }: { happening: Happening }) {
  const sayCode = useCodeWords();
  const moments = useMoments();
  const { board } = useBoardDesk();
  const { at, kind, community, engineerId } = happening;
  const name = board.rows.find(({ engineer }) => engineer.id === engineerId)?.engineer.name;
  return (
    <span className={styles.told}>
      <time dateTime={at}>{moments.clock(parseInstant(at))}</time> <b>{sayCode('orders.entry', kind)}</b>{' '}
      {community}
      {name && ` · ${name}`}
    </span>
  );
}
