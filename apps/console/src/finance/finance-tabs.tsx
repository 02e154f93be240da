import { browsePayments, getOutletEarnings, listLedgerAccounts } from '@firstfix/contract/pay/endpoints';
import { listPolicies } from '@firstfix/contract/platform/policies';
import { FirstTab, Tabs } from '../page/tabs.tsx';
import { useWords } from '../words/words.ts';

const TABS = [
  { to: '/finance/earnings', word: 'finance.earnings', asks: getOutletEarnings },
  { to: '/finance/payments', word: 'finance.payments', asks: browsePayments },
  { to: '/finance/ledger', word: 'finance.ledger', asks: listLedgerAccounts },
  { to: '/finance/policies', word: 'finance.policies', asks: listPolicies },
] as const;

export function FinanceTabs() {
  const say = useWords();
  return (
    <Tabs name={say('finance.title')} tabs={TABS.map(({ word, ...tab }) => ({ ...tab, title: say(word) }))} />
  );
}

export function FirstFinanceTab() {
  return <FirstTab tabs={TABS} />;
}
