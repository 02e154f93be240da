import { listEngineers, listOutlets, listStations } from '@firstfix/contract/network/endpoints';
import { FirstTab, Tabs } from '../page/tabs.tsx';
import { useWords } from '../words/words.ts';

const TABS = [
  { to: '/network/outlets', word: 'network.outlets', asks: listOutlets },
  { to: '/network/engineers', word: 'network.engineers', asks: listEngineers },
  { to: '/network/stations', word: 'network.stations', asks: listStations },
] as const;

export function NetworkTabs() {
  const say = useWords();
  return (
    <Tabs name={say('network.title')} tabs={TABS.map(({ word, ...tab }) => ({ ...tab, title: say(word) }))} />
  );
}

export function FirstNetworkTab() {
  return <FirstTab tabs={TABS} />;
}
