import { listOutlets } from '@firstfix/contract/network/endpoints';
import { OUTLET_STATUSES, OUTLET_TIERS } from '@firstfix/contract/network/states';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTerritories } from '../page/directory.ts';
import { ChoiceFilter, TextFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { useWords } from '../words/words.ts';
import type { OutletsSearch } from './network-search.ts';
import { NewOutlet } from './new-outlet.tsx';
import { useOutletColumns } from './outlet-columns.tsx';

const route = getRouteApi('/inside/network/outlets');

/** The outlets of the network. */
export function OutletsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const show = (next: OutletsSearch) => navigate({ to: '/network/outlets', search: next });
  const data = useList(listOutlets, queryOf(search));
  return (
    <DataTable
      name={say('network.outlets')}
      columns={useOutletColumns()}
      rowKey={({ id }) => id}
      data={data}
      state={{ ...search, sort: sortOf(search) }}
      onState={(table) => show({ ...search, ...table })}
      onOpen={({ id }) => navigate({ to: '/network/outlets/$id', params: { id } })}
      filters={<Filters search={search} onSearch={show} />}
      empty={say('network.noOutlet')}
    />
  );
}

interface FiltersProps {
  readonly search: OutletsSearch;
  readonly onSearch: (search: OutletsSearch) => void;
}

function Filters({ search, onSearch }: FiltersProps) {
  const say = useWords();
  const territories = useTerritories();
  const change = (filter: Partial<OutletsSearch>) => onSearch({ ...search, ...filter, cursor: undefined });
  return (
    <>
      <TextFilter
        name={say('network.outletSearch')}
        value={search.text}
        onValue={(text) => change({ text })}
      />
      <ChoiceFilter
        name={say('network.tierName')}
        value={search.tier}
        onValue={(tier) => change({ tier })}
        choices={OUTLET_TIERS.map((tier) => ({ value: tier, label: say(`network.tier.${tier}`) }))}
      />
      <ChoiceFilter
        name={say('network.statusName')}
        value={search.status}
        onValue={(status) => change({ status })}
        choices={OUTLET_STATUSES.map((status) => ({ value: status, label: say(`network.status.${status}`) }))}
      />
      {territories.choices.length > 0 && (
        <ChoiceFilter
          name={say('network.territory')}
          value={search.territory}
          onValue={(territory) => change({ territory })}
          choices={territories.choices}
        />
      )}
      <NewOutlet />
    </>
  );
}

function queryOf(search: OutletsSearch) {
  const { text, cursor, tier, status, territory } = search;
  return {
    text,
    cursor,
    tier: tier && [tier],
    status: status && [status],
    territoryId: territory,
    sort: sortOf(search),
  };
}

function sortOf({ sort }: OutletsSearch): 'name' | 'newest' | 'stars' {
  return sort === 'newest' || sort === 'stars' ? sort : 'name';
}
