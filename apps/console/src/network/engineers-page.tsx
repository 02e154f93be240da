import { listEngineers } from '@firstfix/contract/network/endpoints';
import { GRADES, STANDINGS } from '@firstfix/contract/network/states';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useOutlets } from '../page/directory.ts';
import { ChoiceFilter, DayFilter, TextFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { useWords } from '../words/words.ts';
import { useEngineerColumns } from './engineer-columns.tsx';
import type { EngineersSearch } from './network-search.ts';
import { NewEngineer } from './new-engineer.tsx';

const route = getRouteApi('/inside/network/engineers');

/** The engineers of the network: an outlet's owner sees the own ones. */
export function EngineersPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const show = (next: EngineersSearch) => navigate({ to: '/network/engineers', search: next });
  const data = useList(listEngineers, queryOf(search));
  return (
    <DataTable
      name={say('network.engineers')}
      columns={useEngineerColumns()}
      rowKey={({ id }) => id}
      data={data}
      state={{ ...search, sort: sortOf(search) }}
      onState={(table) => show({ ...search, ...table })}
      onOpen={({ id }) => navigate({ to: '/network/engineers/$id', params: { id } })}
      filters={<Filters search={search} onSearch={show} />}
      empty={say('network.noEngineer')}
    />
  );
}

interface FiltersProps {
  readonly search: EngineersSearch;
  readonly onSearch: (search: EngineersSearch) => void;
}

function Filters({ search, onSearch }: FiltersProps) {
  const say = useWords();
  const outlets = useOutlets();
  const change = (filter: Partial<EngineersSearch>) => onSearch({ ...search, ...filter, cursor: undefined });
  return (
    <>
      <TextFilter
        name={say('network.engineerSearch')}
        value={search.text}
        onValue={(text) => change({ text })}
      />
      <ChoiceFilter
        name={say('network.grade')}
        value={search.grade}
        onValue={(grade) => change({ grade })}
        choices={GRADES.map((grade) => ({ value: grade, label: grade }))}
      />
      <ChoiceFilter
        name={say('network.standingName')}
        value={search.standing}
        onValue={(standing) => change({ standing })}
        choices={STANDINGS.map((one) => ({ value: one, label: say(`network.standing.${one}`) }))}
      />
      {outlets.choices.length > 1 && (
        <ChoiceFilter
          name={say('network.outlet')}
          value={search.outlet}
          onValue={(outlet) => change({ outlet })}
          choices={outlets.choices}
        />
      )}
      <DayFilter
        name={say('network.certificateExpiresBefore')}
        value={search.expiresBefore}
        onValue={(expiresBefore) => change({ expiresBefore })}
      />
      <NewEngineer />
    </>
  );
}

function queryOf(search: EngineersSearch) {
  const { text, cursor, grade, standing, outlet, expiresBefore } = search;
  return {
    text,
    cursor,
    outletId: outlet,
    grade: grade && [grade],
    standing: standing && [standing],
    certificateExpiresBefore: expiresBefore,
    sort: sortOf(search),
  };
}

function sortOf({ sort }: EngineersSearch): 'name' | 'newest' | 'stars' | 'points' {
  return sort === 'newest' || sort === 'stars' || sort === 'points' ? sort : 'name';
}
