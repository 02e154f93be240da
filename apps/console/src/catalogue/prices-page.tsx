import { ask } from '@firstfix/client/api.ts';
import { getEffectivePriceList, listPriceLists } from '@firstfix/contract/catalogue/endpoints';
import type { PriceListHead } from '@firstfix/contract/catalogue/schemas';
import { listCities } from '@firstfix/contract/network/endpoints';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { dateOf } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { mayCall, useSession } from '../connection/session.ts';
import { useCategories } from '../page/category-names.ts';
import { ChoiceFilter, DayFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { LocalTable } from '../page/local-table.tsx';
import { Panel, Tools } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';
import type { PricesSearch } from './catalogue-search.ts';
import { PriceListStateChip } from './price-list-state-chip.tsx';
import { PriceTable } from './price-table.tsx';

const route = getRouteApi('/inside/catalogue/prices');

/** What things cost in a region on a date, and every list there ever was. */
export function PricesPage() {
  const { role } = useSession();
  return (
    <>
      <EffectivePrices />
      {mayCall(listPriceLists, role) && <PriceLists />}
    </>
  );
}

const COUNTRY = 'CN';

function EffectivePrices() {
  const say = useWords();
  const today = dateOf(useNow());
  const { region = COUNTRY, category, on = today } = route.useSearch();
  const query = { regionCode: region, category, on };
  const list = useQuery(ask(getEffectivePriceList, { query }));
  return (
    <Panel title={say('catalogue.effectivePrices')} actions={<PriceFilters today={today} />}>
      <Shown of={list}>
        {({ name, lines }) => (
          <>
            <p>{say('catalogue.listName', { name })}</p>
            <PriceTable lines={lines} />
          </>
        )}
      </Shown>
    </Panel>
  );
}

function PriceFilters({ today }: { today: string }) {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const categories = useCategories();
  const regions = useRegions();
  const change = (filter: Partial<PricesSearch>) =>
    navigate({ to: '/catalogue/prices', search: { ...search, ...filter } });
  return (
    <Tools>
      <ChoiceFilter
        needed
        name={say('catalogue.region')}
        value={search.region ?? COUNTRY}
        onValue={(region) => change({ region })}
        choices={regions}
      />
      <ChoiceFilter
        name={say('catalogue.category')}
        value={search.category}
        onValue={(category) => change({ category })}
        choices={categories.choices}
      />
      <DayFilter name={say('catalogue.onDay')} value={search.on ?? today} onValue={(on) => change({ on })} />
    </Tools>
  );
}

function useRegions() {
  const say = useWords();
  const { role } = useSession();
  const { data } = useQuery({
    ...ask(listCities, { query: { limit: 200 } }),
    enabled: mayCall(listCities, role),
  });
  return [
    { value: COUNTRY, label: say('catalogue.country') },
    ...(data?.items ?? []).map(({ regionCode, name }) => ({ value: regionCode, label: name })),
  ];
}

function PriceLists() {
  const say = useWords();
  const navigate = useNavigate();
  return (
    <Panel title={say('catalogue.priceLists')}>
      <LocalTable<PriceListHead>
        name={say('catalogue.priceLists')}
        rowKey={({ id }) => id}
        data={useList(listPriceLists, { limit: 200 })}
        onOpen={({ id }) => navigate({ to: '/catalogue/prices/$id', params: { id } })}
        empty={say('catalogue.noPriceList')}
        columns={[
          {
            key: 'name',
            title: say('catalogue.name'),
            fixed: true,
            cell: ({ name }) => name,
            text: ({ name }) => name,
          },
          {
            key: 'region',
            title: say('catalogue.region'),
            cell: ({ regionCode }) => regionCode,
            text: ({ regionCode }) => regionCode,
          },
          {
            key: 'from',
            title: say('catalogue.effectiveFrom'),
            cell: ({ effectiveFrom }) => effectiveFrom,
            text: ({ effectiveFrom }) => effectiveFrom,
          },
          {
            key: 'state',
            title: say('catalogue.state'),
            cell: ({ state }) => <PriceListStateChip state={state} />,
            text: ({ state }) => say(`catalogue.listState.${state}`),
          },
        ]}
      />
    </Panel>
  );
}
