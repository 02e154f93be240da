import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getEngineerEarnings } from '@firstfix/contract/pay/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEngineers } from '../page/directory.ts';
import { DayFilter } from '../page/filters.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { yuan } from '../page/yuan.ts';
import { useWords } from '../words/words.ts';
import { EarningLines } from './earning-lines.tsx';
import { useToday } from './today.ts';

const route = getRouteApi('/inside/finance/earnings/$engineerId');

/** What one engineer earned on a day, with the reason of each line. */
export function EngineerEarningsPage() {
  const { engineerId } = route.useParams();
  const { day } = route.useSearch();
  const say = useWords();
  const today = useToday();
  const navigate = useNavigate();
  const engineers = useEngineers();
  const earnings = useQuery(ask(getEngineerEarnings, { params: { id: engineerId }, query: { day } }));
  return (
    <>
      <PageHeader
        title={say('finance.earningsOf', { name: engineers.nameOf(engineerId) })}
        back={<Link to="/finance/earnings">← {say('finance.earnings')}</Link>}
      >
        <DayFilter
          name={say('finance.day')}
          value={day ?? today}
          onValue={(next) =>
            navigate({ to: '/finance/earnings/$engineerId', params: { engineerId }, search: { day: next } })
          }
        />
      </PageHeader>
      <Shown of={earnings}>
        {({ items, totalFen }) => (
          <>
            <h2>{say('finance.total', { sum: yuan(totalFen) })}</h2>
            {items.length === 0 && <Empty>{say('finance.nothingEarned')}</Empty>}
            {items.map((entry) => (
              <EntryPanel key={`${entry.workOrderId} ${entry.revision} ${entry.kind}`} entry={entry} />
            ))}
          </>
        )}
      </Shown>
    </>
  );
}

type Entry = ResponseOf<typeof getEngineerEarnings>['items'][number];

function EntryPanel({ entry }: { entry: Entry }) {
  const say = useWords();
  const { moment } = useMoments();
  const { workOrderId: id } = entry;
  const stars =
    entry.stars === null ? say('finance.neutral') : say('finance.starCount', { count: entry.stars });
  return (
    <Panel
      title={`${say(`finance.entry.${entry.kind}`)} ${yuan(entry.amountFen)}`}
      actions={
        <span>
          <Link to="/orders/$id" params={{ id }}>
            {say('finance.order')}
          </Link>{' '}
          ·{' '}
          <Link to="/finance/orders/$id" params={{ id }}>
            {say('finance.orderMoney')}
          </Link>
        </span>
      }
    >
      <p>
        {moment(parseInstant(entry.at))} · {stars} ·{' '}
        {say('finance.byPolicy', { version: entry.policyVersion })}
      </p>
      <EarningLines lines={entry.lines} />
    </Panel>
  );
}
