import { listAccounts } from '@firstfix/contract/identity/endpoints';
import { ACCOUNT_ROLES, type AccountView } from '@firstfix/contract/identity/schemas';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '../page/chip.tsx';
import { useOutlets, useTerritories } from '../page/directory.ts';
import { ChoiceFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { useWords } from '../words/words.ts';
import { AccountActions, NewAccount } from './account-actions.tsx';
import type { AccountsSearch } from './admin-search.ts';

const route = getRouteApi('/inside/admin/accounts');

/** Who may sign in with a password, as what, over which rows. */
export function AccountsPage() {
  const say = useWords();
  const ui = useUiWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { role, active, cursor } = search;
  const show = (next: AccountsSearch) => navigate({ to: '/admin/accounts', search: next });
  const change = (filter: Partial<AccountsSearch>) => show({ ...search, ...filter, cursor: undefined });
  const query = { role, cursor, active: active && active === 'yes' };
  return (
    <DataTable
      name={say('admin.accounts')}
      columns={useAccountColumns()}
      rowKey={({ id }) => id}
      data={useList(listAccounts, query)}
      state={search}
      onState={(table) => show({ ...search, ...table })}
      filters={
        <>
          <ChoiceFilter
            name={say('admin.role')}
            value={role}
            onValue={(next) => change({ role: next })}
            choices={ACCOUNT_ROLES.map((one) => ({ value: one, label: ui(`role.${one}`) }))}
          />
          <ChoiceFilter
            name={say('admin.state')}
            value={active}
            onValue={(next) => change({ active: next })}
            choices={[
              { value: 'yes', label: say('admin.active') },
              { value: 'no', label: say('admin.closed') },
            ]}
          />
          <NewAccount />
        </>
      }
      empty={say('admin.noAccount')}
    />
  );
}

function useAccountColumns(): Column<AccountView>[] {
  const say = useWords();
  const ui = useUiWords();
  const rowsOf = useRowsOf();
  return [
    {
      key: 'name',
      title: say('admin.userName'),
      fixed: true,
      cell: ({ userName }) => userName,
      text: ({ userName }) => userName,
    },
    {
      key: 'role',
      title: say('admin.role'),
      cell: ({ role }) => ui(`role.${role}`),
      text: ({ role }) => ui(`role.${role}`),
    },
    { key: 'rows', title: say('admin.rows'), cell: rowsOf, text: rowsOf },
    {
      key: 'state',
      title: say('admin.state'),
      cell: ({ active }) => (
        <Chip tone={active ? 'celadon' : 'ash'}>{say(active ? 'admin.active' : 'admin.closed')}</Chip>
      ),
      text: ({ active }) => say(active ? 'admin.active' : 'admin.closed'),
    },
    {
      key: 'audit',
      title: say('admin.audit'),
      cell: ({ id }) => (
        <Link to="/admin/audit" search={{ actor: id }}>
          {say('admin.whatDone')}
        </Link>
      ),
    },
    { key: 'actions', title: '', cell: (account) => <AccountActions account={account} /> },
  ];
}

/** The rows an account sees, by name. */
function useRowsOf() {
  const say = useWords();
  const outlets = useOutlets();
  const territories = useTerritories();
  return ({ outletId, territoryIds }: AccountView) => {
    if (outletId !== null) return outlets.nameOf(outletId);
    if (territoryIds.length > 0) return territoryIds.map(territories.nameOf).join(' ');
    return say('admin.everything');
  };
}
