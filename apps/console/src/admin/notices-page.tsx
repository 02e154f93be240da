import { listNotices } from '@firstfix/contract/notices/endpoints';
import { NOTICE_STATES, type NoticeState, type NoticeView } from '@firstfix/contract/notices/schemas';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import type { Tone } from '@firstfix/ui/state-look.ts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '../page/chip.tsx';
import { ChoiceFilter, TextFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import page from '../page/page.module.css';
import { useCodeWords, useWords } from '../words/words.ts';
import type { NoticesSearch } from './admin-search.ts';

const route = getRouteApi('/inside/admin/notices');

const TONES: Readonly<Record<NoticeState, Tone>> = {
  queued: 'indigo',
  sent: 'indigo',
  delivered: 'celadon',
  failed: 'amber',
};

/** Messages out and what became of them. */
export function NoticesPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { state, template, cursor } = search;
  const show = (next: NoticesSearch) => navigate({ to: '/admin/notices', search: next });
  return (
    <DataTable
      name={say('admin.notices')}
      columns={useNoticeColumns()}
      rowKey={({ id }) => id}
      data={useList(listNotices, { state, template, cursor })}
      state={search}
      onState={(table) => show({ ...search, ...table })}
      filters={
        <>
          <ChoiceFilter
            name={say('admin.state')}
            value={state}
            onValue={(next) => show({ ...search, state: next, cursor: undefined })}
            choices={NOTICE_STATES.map((one) => ({ value: one, label: say(`admin.noticeState.${one}`) }))}
          />
          <TextFilter
            name={say('admin.templateCode')}
            value={template}
            onValue={(next) => show({ ...search, template: next, cursor: undefined })}
          />
        </>
      }
      empty={say('admin.noNotice')}
    />
  );
}

function useNoticeColumns(): Column<NoticeView>[] {
  const say = useWords();
  const sayCode = useCodeWords();
  const { moment } = useMoments();
  const templateOf = ({ template }: NoticeView) => sayCode('admin.template', template);
  return [
    {
      key: 'at',
      title: say('admin.queuedAt'),
      fixed: true,
      cell: ({ queuedAt }) => moment(parseInstant(queuedAt)),
      text: ({ queuedAt }) => queuedAt,
    },
    { key: 'template', title: say('admin.templateName'), cell: templateOf, text: templateOf },
    {
      key: 'state',
      title: say('admin.state'),
      cell: ({ state }) => <Chip tone={TONES[state]}>{say(`admin.noticeState.${state}`)}</Chip>,
      text: ({ state }) => say(`admin.noticeState.${state}`),
    },
    {
      key: 'failure',
      title: say('admin.failure'),
      cell: ({ failure }) => failure,
      text: ({ failure }) => failure ?? '',
    },
    {
      key: 'subject',
      title: say('admin.subject'),
      cell: ({ subjectType, subjectId }) =>
        subjectType === 'work-order' && subjectId !== null ? (
          <Link to="/orders/$id" params={{ id: subjectId }}>
            {say('admin.order')}
          </Link>
        ) : (
          subjectType
        ),
      text: ({ subjectType, subjectId }) => `${subjectType} ${subjectId ?? ''}`,
    },
    {
      key: 'provider',
      title: say('admin.provider'),
      cell: ({ provider }) => provider,
      text: ({ provider }) => provider ?? '',
    },
    {
      key: 'text',
      title: say('admin.text'),
      cell: ({ text }) => <span className={page.words}>{text}</span>,
      text: ({ text }) => text ?? '',
    },
  ];
}
