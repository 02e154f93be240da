import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useWords } from '../words/words.ts';
import { CallBackList } from './call-back-list.tsx';
import { CALL_LISTS, type CallsSearch } from './calls-search.ts';
import { ComplaintList } from './complaint-list.tsx';
import { FollowUpList } from './follow-up-list.tsx';

const route = getRouteApi('/inside/calls');

/** Whom to call, the longest due first: after advice, after the work, after a complaint. */
export function CallsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { list = 'callBacks' } = search;
  const show = (next: CallsSearch) => navigate({ to: '/calls', search: next });
  const props = { search, onSearch: show };
  return (
    <>
      <h1>{say('calls.title')}</h1>
      <div>
        <Segmented
          aria-label={say('calls.title')}
          value={list}
          onChange={(chosen) => show({ list: chosen })}
          options={CALL_LISTS.map((value) => ({ value, label: say(`calls.list.${value}`) }))}
        />
      </div>
      {list === 'callBacks' && <CallBackList {...props} />}
      {list === 'followUps' && <FollowUpList {...props} />}
      {list === 'complaints' && <ComplaintList {...props} />}
    </>
  );
}
