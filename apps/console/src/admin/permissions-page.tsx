import { ALL_ENDPOINTS, type Endpoint, ROLES, type Role } from '@firstfix/contract';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ChoiceFilter, TextFilter } from '../page/filters.tsx';
import { useWords } from '../words/words.ts';
import type { PermissionsSearch } from './admin-search.ts';

const route = getRouteApi('/inside/admin/permissions');

const MODULES = [...new Set(ALL_ENDPOINTS.map(({ module }) => module))].sort();

/** Who may call what, over which rows: the contract's own words, which the server keeps to. */
export function PermissionsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const show = (next: PermissionsSearch) => navigate({ to: '/admin/permissions', search: next });
  return (
    <DataTable
      name={say('admin.permissions')}
      columns={usePermissionColumns()}
      rowKey={({ id }) => id}
      data={{ rows: ALL_ENDPOINTS.filter((endpoint) => fits(endpoint, search)) }}
      state={search}
      onState={(table) => show({ ...search, ...table })}
      filters={
        <>
          <TextFilter
            name={say('admin.operation')}
            value={search.text}
            onValue={(text) => show({ ...search, text })}
          />
          <ChoiceFilter
            name={say('admin.module')}
            value={search.module}
            onValue={(module) => show({ ...search, module })}
            choices={MODULES.map((module) => ({ value: module, label: module }))}
          />
        </>
      }
      empty={say('admin.noOperation')}
    />
  );
}

function fits({ id, path, summary, module }: Endpoint, search: PermissionsSearch): boolean {
  const words = (search.text ?? '').toLowerCase();
  const told = `${id} ${path} ${summary}`.toLowerCase();
  return told.includes(words) && (search.module === undefined || search.module === module);
}

function usePermissionColumns(): Column<Endpoint>[] {
  const say = useWords();
  const ui = useUiWords();
  const grantOf = ({ may }: Endpoint, role: Role) => {
    const scope = may === 'anyone' ? 'anyone' : may[role];
    return scope === undefined ? '' : say(`admin.scope.${scope}`);
  };
  return [
    {
      key: 'operation',
      title: say('admin.operation'),
      fixed: true,
      cell: ({ id, summary }) => <span title={summary}>{id}</span>,
      text: ({ id }) => id,
    },
    { key: 'module', title: say('admin.module'), cell: ({ module }) => module, text: ({ module }) => module },
    ...ROLES.map((role) => ({
      key: role,
      title: ui(`role.${role}`),
      cell: (endpoint: Endpoint) => grantOf(endpoint, role),
      text: (endpoint: Endpoint) => grantOf(endpoint, role),
    })),
    {
      key: 'path',
      title: say('admin.path'),
      cell: ({ method, path }) => `${method} ${path}`,
      text: ({ method, path }) => `${method} ${path}`,
    },
  ];
}
