import type { ResponseOf } from '@firstfix/contract';
import { listAudit } from '@firstfix/contract/platform/endpoints';
import { ROLES } from '@firstfix/contract/roles';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { useMoments } from '@firstfix/ui/moment.ts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { shortId } from '../page/directory.ts';
import { ChoiceFilter, DayFilter, TextFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { useWords } from '../words/words.ts';
import type { AuditSearch } from './admin-search.ts';
import { AuditEntry } from './audit-entry.tsx';

const route = getRouteApi('/inside/admin/audit');

type AuditRow = ResponseOf<typeof listAudit>['items'][number];

/** Who did what, newest first. */
export function AuditPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const [opened, setOpened] = useState<AuditRow>();
  const show = (next: AuditSearch) => navigate({ to: '/admin/audit', search: next });
  return (
    <>
      <DataTable
        name={say('admin.audit')}
        columns={useAuditColumns(search)}
        rowKey={({ id }) => String(id)}
        data={useList(listAudit, queryOf(search))}
        state={search}
        onState={(table) => show({ ...search, ...table })}
        onOpen={setOpened}
        filters={<Filters search={search} onSearch={show} />}
        empty={say('admin.nothingDone')}
      />
      <Drawer open={opened !== undefined} title={opened?.action} onClose={() => setOpened(undefined)}>
        {opened && <AuditEntry row={opened} />}
      </Drawer>
    </>
  );
}

/** Days of homes, whoever sits where. */
function queryOf({ actor, role, action, subject, from, to, cursor }: AuditSearch) {
  return {
    cursor,
    actorId: actor,
    actorRole: role,
    action,
    subjectId: subject,
    from: from && `${from}T00:00:00+08:00`,
    to: to && `${to}T23:59:59+08:00`,
  };
}

interface FiltersProps {
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

function Filters({ search, onSearch }: FiltersProps) {
  const say = useWords();
  const roleName = useRoleName();
  const change = (filter: Partial<AuditSearch>) => onSearch({ ...search, ...filter, cursor: undefined });
  return (
    <>
      <ChoiceFilter
        name={say('admin.role')}
        value={search.role}
        onValue={(role) => change({ role })}
        choices={[...ROLES, 'system' as const].map((role) => ({ value: role, label: roleName(role) }))}
      />
      <TextFilter name={say('admin.action')} value={search.action} onValue={(action) => change({ action })} />
      <TextFilter
        name={say('admin.subjectId')}
        value={search.subject}
        onValue={(subject) => change({ subject })}
      />
      <TextFilter name={say('admin.actorId')} value={search.actor} onValue={(actor) => change({ actor })} />
      <DayFilter name={say('admin.fromDay')} value={search.from} onValue={(from) => change({ from })} />
      <DayFilter name={say('admin.toDay')} value={search.to} onValue={(to) => change({ to })} />
    </>
  );
}

function useRoleName(): (role: string) => string {
  const say = useWords();
  const ui = useUiWords();
  return (role) => {
    const known = ROLES.find((one) => one === role);
    if (known) return ui(`role.${known}`);
    return role === 'system' ? say('admin.system') : role;
  };
}

function useAuditColumns(search: AuditSearch): Column<AuditRow>[] {
  const say = useWords();
  const roleName = useRoleName();
  const { moment } = useMoments();
  return [
    {
      key: 'at',
      title: say('admin.at'),
      fixed: true,
      cell: ({ at }) => moment(parseInstant(at)),
      text: ({ at }) => at,
    },
    {
      key: 'role',
      title: say('admin.who'),
      cell: ({ actorRole, actorId }) => (
        <>
          {roleName(actorRole)}{' '}
          {actorId && (
            <Link to="/admin/audit" search={{ ...search, actor: actorId, cursor: undefined }}>
              {shortId(actorId)}
            </Link>
          )}
        </>
      ),
      text: ({ actorRole, actorId }) => `${actorRole} ${actorId ?? ''}`,
    },
    { key: 'action', title: say('admin.action'), cell: ({ action }) => action, text: ({ action }) => action },
    {
      key: 'subject',
      title: say('admin.subject'),
      cell: ({ subjectType, subjectId }) => (
        <>
          {subjectType}{' '}
          {subjectId && (
            <Link to="/admin/audit" search={{ ...search, subject: subjectId, cursor: undefined }}>
              {shortId(subjectId)}
            </Link>
          )}
        </>
      ),
      text: ({ subjectType, subjectId }) => `${subjectType} ${subjectId ?? ''}`,
    },
    {
      key: 'number',
      title: say('admin.number'),
      align: 'end',
      cell: ({ id }) => id,
      text: ({ id }) => String(id),
    },
  ];
}
