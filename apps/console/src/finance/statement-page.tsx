import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getAccountStatement } from '@firstfix/contract/pay/endpoints';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { PageHeader } from '../page/page-header.tsx';
import { yuan } from '../page/yuan.ts';
import { useCodeWords, useWords } from '../words/words.ts';
import { useAccountNames } from './account-names.ts';

const route = getRouteApi('/inside/finance/ledger/$id');

type Posting = ResponseOf<typeof getAccountStatement>['items'][number];

/** The postings of one account, newest first. */
export function StatementPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const say = useWords();
  const navigate = useNavigate();
  const nameOf = useAccountNames();
  const statement = useQuery({
    ...ask(getAccountStatement, { params: { id }, query: { cursor: search.cursor } }),
    placeholderData: keepPreviousData,
  });
  const { data } = statement;
  return (
    <>
      <PageHeader
        title={data ? `${nameOf(data.account)} · ${say(`finance.accountKind.${data.account.kind}`)}` : ''}
        back={<Link to="/finance/ledger">← {say('finance.ledger')}</Link>}
      >
        {data && <strong>{yuan(data.account.balanceFen)}</strong>}
      </PageHeader>
      <DataTable
        name={say('finance.postings')}
        columns={usePostingColumns()}
        rowKey={({ transactionId, amountFen }) => `${transactionId} ${amountFen}`}
        data={{ rows: data?.items, next: data?.next, problem: statement.error, onAgain: statement.refetch }}
        state={search}
        onState={(next) => navigate({ to: '/finance/ledger/$id', params: { id }, search: next })}
        onOpen={({ transactionId }) =>
          navigate({ to: '/finance/transactions/$id', params: { id: transactionId } })
        }
        empty={say('finance.nothingPosted')}
      />
    </>
  );
}

function usePostingColumns(): Column<Posting>[] {
  const say = useWords();
  const sayCode = useCodeWords();
  const { moment } = useMoments();
  return [
    {
      key: 'at',
      title: say('finance.at'),
      fixed: true,
      cell: ({ at, transactionId: id }) => (
        <Link to="/finance/transactions/$id" params={{ id }} tabIndex={-1}>
          {moment(parseInstant(at))}
        </Link>
      ),
      text: ({ at }) => moment(parseInstant(at)),
      typed: { kind: 'instant', of: ({ at }) => parseInstant(at) },
    },
    {
      key: 'kind',
      title: say('finance.kind'),
      cell: ({ kind }) => sayCode('finance.transaction', kind),
      text: ({ kind }) => sayCode('finance.transaction', kind),
    },
    {
      key: 'amount',
      title: say('finance.amount'),
      align: 'end',
      cell: ({ amountFen }) => yuan(amountFen),
      text: ({ amountFen }) => yuan(amountFen),
      typed: { kind: 'fen', of: ({ amountFen }) => amountFen },
    },
    { key: 'cause', title: say('finance.cause'), cell: ({ cause }) => cause, text: ({ cause }) => cause },
  ];
}
