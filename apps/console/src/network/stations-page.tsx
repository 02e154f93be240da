import { listStations } from '@firstfix/contract/network/endpoints';
import type { StationView } from '@firstfix/contract/network/schemas';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEngineers, useOutlets, useTerritories } from '../page/directory.ts';
import { ChoiceFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi('/inside/network/stations');

/** Mobile stations. */
export function StationsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const territories = useTerritories();
  const data = useList(listStations, { cursor: search.cursor, territoryId: search.territory });
  const show = (next: typeof search) => navigate({ to: '/network/stations', search: next });
  return (
    <DataTable
      name={say('network.stations')}
      columns={useStationColumns()}
      rowKey={({ id }) => id}
      data={data}
      state={search}
      onState={(table) => show({ ...search, ...table })}
      onOpen={({ id }) => navigate({ to: '/network/stations/$id', params: { id } })}
      filters={
        territories.choices.length > 0 && (
          <ChoiceFilter
            name={say('network.territory')}
            value={search.territory}
            onValue={(territory) => show({ ...search, territory, cursor: undefined })}
            choices={territories.choices}
          />
        )
      }
      empty={say('network.noStation')}
    />
  );
}

function useStationColumns(): Column<StationView>[] {
  const say = useWords();
  const outlets = useOutlets();
  const territories = useTerritories();
  const engineers = useEngineers();
  const crewOf = ({ crew }: StationView) => crew.map(engineers.nameOf).join(' ');
  return [
    {
      key: 'name',
      title: say('network.name'),
      fixed: true,
      cell: ({ id, name }) => (
        <Link to="/network/stations/$id" params={{ id }} tabIndex={-1}>
          {name}
        </Link>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'vehicle',
      title: say('network.vehicle'),
      cell: ({ vehicle }) => vehicle,
      text: ({ vehicle }) => vehicle,
    },
    {
      key: 'outlet',
      title: say('network.outlet'),
      cell: ({ outletId }) => outlets.nameOf(outletId),
      text: ({ outletId }) => outlets.nameOf(outletId),
    },
    {
      key: 'territory',
      title: say('network.territory'),
      cell: ({ territoryId }) => territories.nameOf(territoryId),
      text: ({ territoryId }) => territories.nameOf(territoryId),
    },
    { key: 'crew', title: say('network.crew'), cell: crewOf, text: crewOf },
    {
      key: 'cells',
      title: say('network.cells'),
      align: 'end',
      cell: ({ cells }) => cells.length,
      text: ({ cells }) => String(cells.length),
    },
  ];
}
