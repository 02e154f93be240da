import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getOutletEarnings } from '@firstfix/contract/pay/endpoints';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '../connection/session.ts';
import { useEngineers, useOutlets } from '../page/directory.ts';
import { ChoiceFilter, DayFilter } from '../page/filters.tsx';
import { LocalTable } from '../page/local-table.tsx';
import { Fact, Facts, Panel, Tools } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { yuan } from '../page/yuan.ts';
import { useWords } from '../words/words.ts';
import { useToday } from './today.ts';

const route = getRouteApi('/inside/finance/earnings');

/** What an outlet and its engineers earned on a day. */
export function EarningsPage() {
  const say = useWords();
  const outlets = useOutlets();
  const session = useSession();
  const search = route.useSearch();
  const outlet = session.outletId ?? search.outlet ?? outlets.choices[0]?.value;
  return (
    <Panel title={say('finance.earnings')} actions={<Filters outlet={outlet} />}>
      {outlet === undefined ? (
        <Empty>{say('finance.noOutlet')}</Empty>
      ) : (
        <OutletEarnings outletId={outlet} day={search.day} />
      )}
    </Panel>
  );
}

function Filters({ outlet }: { outlet: string | undefined }) {
  const say = useWords();
  const navigate = useNavigate();
  const today = useToday();
  const outlets = useOutlets();
  const session = useSession();
  const search = route.useSearch();
  const change = (filter: Partial<typeof search>) =>
    navigate({ to: '/finance/earnings', search: { ...search, ...filter } });
  return (
    <Tools>
      {session.outletId === null && (
        <ChoiceFilter
          needed
          name={say('finance.outlet')}
          value={outlet}
          onValue={(next) => change({ outlet: next })}
          choices={outlets.choices}
        />
      )}
      <DayFilter name={say('finance.day')} value={search.day ?? today} onValue={(day) => change({ day })} />
    </Tools>
  );
}

type EngineerDay = ResponseOf<typeof getOutletEarnings>['engineers'][number];

/** The day of one outlet, by engineer. */
export function OutletEarnings({ outletId, day }: { outletId: string; day: string | undefined }) {
  const say = useWords();
  const navigate = useNavigate();
  const columns = useEngineerDayColumns(day);
  const earnings = useQuery(ask(getOutletEarnings, { query: { outletId, day } }));
  return (
    <Shown of={earnings}>
      {({ engineers, outletFeeFen }) => (
        <>
          <Facts>
            <Fact name={say('finance.outletFee')}>{yuan(outletFeeFen)}</Fact>
            <Fact name={say('finance.wages')}>
              {yuan(engineers.reduce((sum, { wageFen }) => sum + wageFen, 0))}
            </Fact>
          </Facts>
          <LocalTable<EngineerDay>
            name={say('finance.byEngineer')}
            rowKey={({ engineerId }) => engineerId}
            data={{ rows: engineers }}
            columns={columns}
            onOpen={({ engineerId }) =>
              navigate({ to: '/finance/earnings/$engineerId', params: { engineerId }, search: { day } })
            }
            empty={say('finance.nothingEarned')}
          />
        </>
      )}
    </Shown>
  );
}

function useEngineerDayColumns(day: string | undefined): Column<EngineerDay>[] {
  const say = useWords();
  const engineers = useEngineers();
  return [
    {
      key: 'engineer',
      title: say('finance.engineer'),
      fixed: true,
      cell: ({ engineerId }) => (
        <Link
          to="/finance/earnings/$engineerId"
          params={{ engineerId }}
          search={day === undefined ? {} : { day }}
          tabIndex={-1}
        >
          {engineers.nameOf(engineerId)}
        </Link>
      ),
      text: ({ engineerId }) => engineers.nameOf(engineerId),
    },
    {
      key: 'orders',
      title: say('finance.orders'),
      align: 'end',
      cell: ({ orders }) => orders,
      text: ({ orders }) => String(orders),
      typed: { kind: 'number', of: ({ orders }) => orders },
    },
    {
      key: 'wage',
      title: say('finance.wage'),
      align: 'end',
      cell: ({ wageFen }) => yuan(wageFen),
      text: ({ wageFen }) => yuan(wageFen),
      typed: { kind: 'fen', of: ({ wageFen }) => wageFen },
    },
    {
      key: 'fee',
      title: say('finance.outletFee'),
      align: 'end',
      cell: ({ outletFeeFen }) => yuan(outletFeeFen),
      text: ({ outletFeeFen }) => yuan(outletFeeFen),
      typed: { kind: 'fen', of: ({ outletFeeFen }) => outletFeeFen },
    },
  ];
}
