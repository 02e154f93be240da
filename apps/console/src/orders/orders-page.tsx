import { api, ask } from '@firstfix/client/api.ts';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { useOrderColumns } from './order-columns.tsx';
import { OrderFilters } from './order-filters.tsx';
import type { OrdersSearch } from './orders-search.ts';

const route = getRouteApi('/inside/orders');

/** A list has no topic of its own to hear news by. */
const LOOK_AGAIN_MS = 10_000;
/** As many rows at once as the server gives, for exports. */
const LARGEST_PAGE = 200;

/** Work orders: the most urgent open ones, or the newest of all. */
export function OrdersPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const columns = useOrderColumns();
  const page = useQuery({
    ...ask(listWorkOrders, { query: queryOf(search) }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  });
  const show = (next: OrdersSearch) => navigate({ to: '/orders', search: next });
  return (
    <>
      <h1>{say('orders.title')}</h1>
      <DataTable
        name={say('orders.title')}
        columns={columns}
        rowKey={({ id }) => id}
        data={{ rows: page.data?.items, next: page.data?.next, problem: page.error, onAgain: page.refetch }}
        state={{ ...search, sort: sortOf(search) }}
        onState={(table) => show({ ...search, ...table })}
        onOpen={({ id }) => navigate({ to: '/orders/$id', params: { id } })}
        filters={<OrderFilters search={search} onSearch={show} />}
        empty={say('orders.empty')}
        pageAt={(cursor) =>
          api.call(listWorkOrders, { query: { ...queryOf(search), cursor, limit: LARGEST_PAGE } })
        }
      />
    </>
  );
}

function queryOf(search: OrdersSearch) {
  const { state, text, cursor, customerId, engineerId } = search;
  return { state: state && [...state], text, cursor, customerId, engineerId, sort: sortOf(search) };
}

/** The list by due time holds open orders only. */
function sortOf({ sort }: OrdersSearch): 'due' | 'newest' {
  return sort === 'due' ? 'due' : 'newest';
}
