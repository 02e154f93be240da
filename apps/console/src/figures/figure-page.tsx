import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { listFigureOrders, listFigures } from '@firstfix/contract/insight/endpoints';
import { FIGURES, type FigureName } from '@firstfix/contract/insight/schemas';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '../page/chip.tsx';
import { ChoiceFilter } from '../page/filters.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import { FigureFilters } from './figure-filters.tsx';
import { useFigureValue } from './figure-value.ts';
import type { FigureSearch } from './figures-search.ts';
import { usePeriod } from './period.ts';

const route = getRouteApi('/inside/figures/$figure');

type FigureOrder = ResponseOf<typeof listFigureOrders>['items'][number];

/** The orders behind a figure. */
export function FigurePage() {
  const say = useWords();
  const params = route.useParams();
  const figure = FIGURES.find((one) => one === params.figure);
  return figure ? <FigureOrders figure={figure} /> : <Empty>{say('figures.unknown')}</Empty>;
}

function FigureOrders({ figure }: { figure: FigureName }) {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const period = usePeriod(search);
  const query = { ...period, only: search.only, cursor: search.cursor };
  const orders = useQuery({
    ...ask(listFigureOrders, { params: { figure }, query }),
    placeholderData: keepPreviousData,
  });
  const show = (next: FigureSearch) => navigate({ to: '/figures/$figure', params: { figure }, search: next });
  return (
    <>
      <Heading figure={figure} search={search} />
      <DataTable
        name={say(`figures.name.${figure}`)}
        columns={useFigureColumns()}
        rowKey={({ workOrderId, at }) => `${workOrderId} ${at}`}
        data={{
          rows: orders.data?.items,
          next: orders.data?.next,
          problem: orders.error,
          onAgain: orders.refetch,
        }}
        state={search}
        onState={(table) => show({ ...search, ...table })}
        onOpen={({ workOrderId: id }) => navigate({ to: '/orders/$id', params: { id } })}
        filters={
          <>
            <FigureFilters
              search={search}
              onSearch={(next) => show({ ...search, ...next, cursor: undefined })}
            />
            <ChoiceFilter
              needed
              name={say('figures.which')}
              value={search.only ?? 'all'}
              onValue={(only) => show({ ...search, only, cursor: undefined })}
              choices={(['all', 'missed'] as const).map((one) => ({
                value: one,
                label: say(`figures.only.${one}`),
              }))}
            />
          </>
        }
        empty={say('figures.noOrder')}
      />
    </>
  );
}

function Heading({ figure, search }: { figure: FigureName; search: FigureSearch }) {
  const say = useWords();
  const inUnit = useFigureValue();
  const { data } = useQuery(ask(listFigures, { query: usePeriod(search) }));
  const shown = data?.items.find(({ name }) => name === figure);
  const { days, outlet, territory } = search;
  return (
    <>
      <PageHeader
        title={say(`figures.name.${figure}`)}
        back={
          <Link to="/figures" search={{ days, outlet, territory }}>
            ← {say('figures.title')}
          </Link>
        }
      >
        {shown && <strong>{inUnit(shown.unit, shown.value)}</strong>}
      </PageHeader>
      <p>{say(`figures.meaning.${figure}`)}</p>
    </>
  );
}

function useFigureColumns(): Column<FigureOrder>[] {
  const say = useWords();
  const sayCode = useCodeWords();
  const { moment } = useMoments();
  const partOf = ({ part }: FigureOrder) => (part === null ? '' : sayCode('figures.part', part));
  const missedOf = ({ missed }: FigureOrder) => say(missed ? 'figures.isMissed' : 'figures.isKept');
  return [
    {
      key: 'order',
      title: say('figures.order'),
      fixed: true,
      cell: ({ workOrderId: id, at }) => (
        <Link to="/orders/$id" params={{ id }} tabIndex={-1}>
          {moment(parseInstant(at))}
        </Link>
      ),
      text: ({ workOrderId, at }) => `${at} ${workOrderId}`,
    },
    {
      key: 'kept',
      title: say('figures.kept'),
      cell: (order) => <Chip tone={order.missed ? 'amber' : 'celadon'}>{missedOf(order)}</Chip>,
      text: missedOf,
    },
    {
      key: 'amount',
      title: say('figures.amount'),
      align: 'end',
      cell: ({ amount }) => Math.round(amount * 100) / 100,
      text: ({ amount }) => String(amount),
      typed: { kind: 'number', of: ({ amount }) => amount },
    },
    { key: 'part', title: say('figures.partName'), cell: partOf, text: partOf },
  ];
}
