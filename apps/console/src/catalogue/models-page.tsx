import { listModels } from '@firstfix/contract/catalogue/endpoints';
import type { ModelView } from '@firstfix/contract/catalogue/schemas';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCategories } from '../page/category-names.ts';
import { ChoiceFilter, TextFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { useNamed } from '../page/named.ts';
import { useWords } from '../words/words.ts';
import type { ModelsSearch } from './catalogue-search.ts';

const route = getRouteApi('/inside/catalogue/models');

/** Product models, searched by words. */
export function ModelsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const categories = useCategories();
  const { text, category, cursor } = search;
  const show = (next: ModelsSearch) => navigate({ to: '/catalogue/models', search: next });
  const change = (filter: Partial<ModelsSearch>) => show({ ...search, ...filter, cursor: undefined });
  return (
    <DataTable
      name={say('catalogue.models')}
      columns={useModelColumns()}
      rowKey={({ id }) => id}
      data={useList(listModels, { text, category, cursor })}
      state={search}
      onState={(table) => show({ ...search, ...table })}
      onOpen={({ id }) => navigate({ to: '/catalogue/models/$id', params: { id } })}
      filters={
        <>
          <TextFilter
            name={say('catalogue.modelSearch')}
            value={text}
            onValue={(next) => change({ text: next })}
          />
          <ChoiceFilter
            name={say('catalogue.category')}
            value={category}
            onValue={(next) => change({ category: next })}
            choices={categories.choices}
          />
        </>
      }
      empty={say('catalogue.noModel')}
    />
  );
}

function useModelColumns(): Column<ModelView>[] {
  const say = useWords();
  const nameOf = useNamed();
  const categories = useCategories();
  const onMarket = ({ onMarketFrom, onMarketTo }: ModelView) => `${onMarketFrom} – ${onMarketTo ?? ''}`;
  return [
    {
      key: 'code',
      title: say('catalogue.code'),
      fixed: true,
      cell: ({ id, code }) => (
        <Link to="/catalogue/models/$id" params={{ id }} tabIndex={-1}>
          {code}
        </Link>
      ),
      text: ({ code }) => code,
    },
    { key: 'name', title: say('catalogue.name'), cell: nameOf, text: nameOf },
    { key: 'brand', title: say('catalogue.brand'), cell: ({ brand }) => brand, text: ({ brand }) => brand },
    {
      key: 'category',
      title: say('catalogue.category'),
      cell: ({ category }) => categories.nameOf(category),
      text: ({ category }) => categories.nameOf(category),
    },
    {
      key: 'watts',
      title: say('catalogue.watts'),
      align: 'end',
      cell: ({ ratedWatts }) => ratedWatts,
      text: ({ ratedWatts }) => String(ratedWatts),
      typed: { kind: 'number', of: ({ ratedWatts }) => ratedWatts },
    },
    { key: 'market', title: say('catalogue.onMarket'), cell: onMarket, text: onMarket },
  ];
}
