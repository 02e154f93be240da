import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getLedgerTransaction } from '@firstfix/contract/pay/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { LocalTable } from '../page/local-table.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Fact, Facts, Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { yuan } from '../page/yuan.ts';
import { useCodeWords, useWords } from '../words/words.ts';
import { useAccountNames } from './account-names.ts';

const route = getRouteApi('/inside/finance/transactions/$id');

type Transaction = ResponseOf<typeof getLedgerTransaction>;

/** One transaction: why it was posted, what mirrors it, where the money went. */
export function TransactionPage() {
  const { id } = route.useParams();
  const transaction = useQuery(ask(getLedgerTransaction, { params: { id } }));
  return <Shown of={transaction}>{(data) => <Transaction transaction={data} />}</Shown>;
}

function Transaction({ transaction }: { transaction: Transaction }) {
  const say = useWords();
  const sayCode = useCodeWords();
  return (
    <>
      <PageHeader
        title={sayCode('finance.transaction', transaction.kind)}
        back={<Link to="/finance/ledger">← {say('finance.ledger')}</Link>}
      />
      <TransactionFacts transaction={transaction} />
      <Postings transaction={transaction} />
    </>
  );
}

function TransactionFacts({ transaction }: { transaction: Transaction }) {
  const say = useWords();
  const { moment } = useMoments();
  const { reverses, reversedBy, workOrderId } = transaction;
  return (
    <Panel title={say('finance.why')}>
      <Facts>
        <Fact name={say('finance.cause')}>{transaction.cause}</Fact>
        <Fact name={say('finance.at')}>{moment(parseInstant(transaction.at))}</Fact>
        {workOrderId && (
          <Fact name={say('finance.order')}>
            <Link to="/finance/orders/$id" params={{ id: workOrderId }}>
              {say('finance.orderMoney')}
            </Link>
          </Fact>
        )}
        {reverses && (
          <Fact name={say('finance.reverses')}>
            <MirrorLink id={reverses} />
          </Fact>
        )}
        {reversedBy && (
          <Fact name={say('finance.reversedBy')}>
            <MirrorLink id={reversedBy} />
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

function MirrorLink({ id }: { id: string }) {
  const say = useWords();
  return (
    <Link to="/finance/transactions/$id" params={{ id }}>
      {say('finance.openMirror')}
    </Link>
  );
}

type Posting = Transaction['postings'][number];

function Postings({ transaction }: { transaction: Transaction }) {
  const say = useWords();
  const navigate = useNavigate();
  const nameOf = useAccountNames();
  const kindOf = ({ kind }: Posting) => say(`finance.accountKind.${kind}`);
  const debit = ({ amountFen }: Posting) => (amountFen > 0 ? yuan(amountFen) : '');
  const credit = ({ amountFen }: Posting) => (amountFen < 0 ? yuan(0 - amountFen) : '');
  return (
    <Panel title={say('finance.postings')}>
      <LocalTable<Posting>
        name={say('finance.postings')}
        rowKey={({ accountId, amountFen }) => `${accountId} ${amountFen}`}
        data={{ rows: transaction.postings }}
        onOpen={({ accountId }) => navigate({ to: '/finance/ledger/$id', params: { id: accountId } })}
        columns={[
          { key: 'account', title: say('finance.owner'), fixed: true, cell: nameOf, text: nameOf },
          { key: 'kind', title: say('finance.accountKindName'), cell: kindOf, text: kindOf },
          { key: 'debit', title: say('finance.debit'), align: 'end', cell: debit, text: debit },
          { key: 'credit', title: say('finance.credit'), align: 'end', cell: credit, text: credit },
        ]}
      />
    </Panel>
  );
}
