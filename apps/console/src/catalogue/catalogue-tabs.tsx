import {
  getEffectivePriceList,
  listFaults,
  listModels,
  listWorkTypes,
} from '@firstfix/contract/catalogue/endpoints';
import { FirstTab, Tabs } from '../page/tabs.tsx';
import { useWords } from '../words/words.ts';

const TABS = [
  { to: '/catalogue/models', word: 'catalogue.models', asks: listModels },
  { to: '/catalogue/work-types', word: 'catalogue.workTypes', asks: listWorkTypes },
  { to: '/catalogue/faults', word: 'catalogue.faults', asks: listFaults },
  { to: '/catalogue/prices', word: 'catalogue.prices', asks: getEffectivePriceList },
] as const;

export function CatalogueTabs() {
  const say = useWords();
  return (
    <Tabs
      name={say('catalogue.title')}
      tabs={TABS.map(({ word, ...tab }) => ({ ...tab, title: say(word) }))}
    />
  );
}

export function FirstCatalogueTab() {
  return <FirstTab tabs={TABS} />;
}
