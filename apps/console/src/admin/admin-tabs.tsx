import { listAccounts } from '@firstfix/contract/identity/endpoints';
import { listNotices } from '@firstfix/contract/notices/endpoints';
import { getSystemState, listAudit, listAuditSeals } from '@firstfix/contract/platform/endpoints';
import { FirstTab, Tabs } from '../page/tabs.tsx';
import { useWords } from '../words/words.ts';

const TABS = [
  { to: '/admin/accounts', word: 'admin.accounts', asks: listAccounts },
  { to: '/admin/permissions', word: 'admin.permissions', asks: listAudit },
  { to: '/admin/audit', word: 'admin.audit', asks: listAudit },
  { to: '/admin/seals', word: 'admin.seals', asks: listAuditSeals },
  { to: '/admin/notices', word: 'admin.notices', asks: listNotices },
  { to: '/admin/system', word: 'admin.system', asks: getSystemState },
] as const;

export function AdminTabs() {
  const say = useWords();
  return (
    <Tabs name={say('admin.title')} tabs={TABS.map(({ word, ...tab }) => ({ ...tab, title: say(word) }))} />
  );
}

export function FirstAdminTab() {
  return <FirstTab tabs={TABS} />;
}
