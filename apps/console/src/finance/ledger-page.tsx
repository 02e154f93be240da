import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getTrialBalance, listLedgerAccounts } from '@firstfix/contract/pay/endpoints';
import { ACCOUNT_KINDS } from '@firstfix/contract/pay/schemas';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '../page/chip.tsx';
import { useEngineers, useOutlets, useTerritories } from '../page/directory.ts';
import { ChoiceFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { LocalTable } from '../page/local-table.tsx';
import { Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { yuan } from '../page/yuan.ts';
import { useWords } from '../words/words.ts';
import { useAccountNames } from './account-names.ts';
import type { LedgerSearch } from './finance-search.ts';

const route = getRouteApi('/inside/finance/ledger');

type Account = ResponseOf<typeof listLedgerAccounts>['items'][number];

/** The ledger's accounts, and that they are in balance. */
export function LedgerPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { kind, owner, cursor } = search;
  const show = (next: LedgerSearch) => navigate({ to: '/finance/ledger', search: next });
  return (
    <>
      <TrialBalance />
      <DataTable
        name={say('finance.accounts')}
        columns={useAccountColumns()}
        rowKey={({ id }) => id}
        data={useList(listLedgerAccounts, { kind, ownerId: owner, cursor })}
        state={search}
        onState={(table) => show({ ...search, ...table })}
        onOpen={({ id }) => navigate({ to: '/finance/ledger/$id', params: { id } })}
        filters={<Filters search={search} onSearch={show} />}
        empty={say('finance.noAccount')}
      />
    </>
  );
}

interface FiltersProps {
  readonly search: LedgerSearch;
  readonly onSearch: (search: LedgerSearch) => void;
}

function Filters({ search, onSearch }: FiltersProps) {
  const say = useWords();
  const outlets = useOutlets();
  const engineers = useEngineers({ choices: true });
  const territories = useTerritories();
  const change = (filter: Partial<LedgerSearch>) => onSearch({ ...search, ...filter, cursor: undefined });
  return (
    <>
      <ChoiceFilter
        name={say('finance.accountKindName')}
        value={search.kind}
        onValue={(kind) => change({ kind })}
        choices={ACCOUNT_KINDS.map((kind) => ({ value: kind, label: say(`finance.accountKind.${kind}`) }))}
      />
      <ChoiceFilter
        name={say('finance.owner')}
        value={search.owner}
        onValue={(owner) => change({ owner })}
        choices={[...outlets.choices, ...territories.choices, ...engineers.choices]}
      />
    </>
  );
}

type Balance = ResponseOf<typeof getTrialBalance>['items'][number];

function TrialBalance() {
  const say = useWords();
  const balance = useQuery(ask(getTrialBalance, { query: {} }));
  const kindOf = ({ kind }: Balance) => say(`finance.accountKind.${kind}`);
  return (
    <Panel title={say('finance.trialBalance')}>
      <Shown of={balance}>
        {({ items, totalFen }) => (
          <>
            <Chip tone={totalFen === 0 ? 'celadon' : 'vermilion'}>
              {totalFen === 0
                ? say('finance.inBalance')
                : say('finance.outOfBalance', { sum: yuan(totalFen) })}
            </Chip>
            <LocalTable<Balance>
              name={say('finance.trialBalance')}
              rowKey={({ kind }) => kind}
              data={{ rows: items }}
              empty={say('finance.nothingPosted')}
              columns={[
                {
                  key: 'kind',
                  title: say('finance.accountKindName'),
                  fixed: true,
                  cell: kindOf,
                  text: kindOf,
                },
                {
                  key: 'accounts',
                  title: say('finance.accounts'),
                  align: 'end',
                  cell: ({ accounts }) => accounts,
                  text: ({ accounts }) => String(accounts),
                  typed: { kind: 'number', of: ({ accounts }) => accounts },
                },
                {
                  key: 'debit',
                  title: say('finance.debit'),
                  align: 'end',
                  cell: ({ debitFen }) => yuan(debitFen),
                  text: ({ debitFen }) => yuan(debitFen),
                  typed: { kind: 'fen', of: ({ debitFen }) => debitFen },
                },
                {
                  key: 'credit',
                  title: say('finance.credit'),
                  align: 'end',
                  cell: ({ creditFen }) => yuan(creditFen),
                  text: ({ creditFen }) => yuan(creditFen),
                  typed: { kind: 'fen', of: ({ creditFen }) => creditFen },
                },
              ]}
            />
          </>
        )}
      </Shown>
    </Panel>
  );
}

function useAccountColumns(): Column<Account>[] {
  const say = useWords();
  const nameOf = useAccountNames();
  const kindOf = ({ kind }: Account) => say(`finance.accountKind.${kind}`);
  return [
    {
      key: 'account',
      title: say('finance.owner'),
      fixed: true,
      cell: (account) => (
        <Link to="/finance/ledger/$id" params={{ id: account.id }} tabIndex={-1}>
          {nameOf(account)}
        </Link>
      ),
      text: nameOf,
    },
    { key: 'kind', title: say('finance.accountKindName'), cell: kindOf, text: kindOf },
    {
      key: 'balance',
      title: say('finance.balance'),
      align: 'end',
      cell: ({ balanceFen }) => yuan(balanceFen),
      text: ({ balanceFen }) => yuan(balanceFen),
      typed: { kind: 'fen', of: ({ balanceFen }) => balanceFen },
    },
  ];
}
