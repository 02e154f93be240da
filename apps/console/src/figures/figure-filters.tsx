import { useOutlets, useTerritories } from '../page/directory.ts';
import { ChoiceFilter } from '../page/filters.tsx';
import { useWords } from '../words/words.ts';
import { type FiguresSearch, PERIODS } from './figures-search.ts';

interface FigureFiltersProps {
  readonly search: FiguresSearch;
  readonly onSearch: (search: FiguresSearch) => void;
}

/** How far back, and where. */
export function FigureFilters({ search, onSearch }: FigureFiltersProps) {
  const say = useWords();
  const outlets = useOutlets();
  const territories = useTerritories();
  return (
    <>
      <ChoiceFilter
        needed
        name={say('figures.period')}
        value={search.days ?? 30}
        onValue={(days) => onSearch({ ...search, days })}
        choices={PERIODS.map((days) => ({ value: days, label: say('figures.lastDays', { count: days }) }))}
      />
      {territories.choices.length > 1 && (
        <ChoiceFilter
          name={say('figures.territory')}
          value={search.territory}
          onValue={(territory) => onSearch({ ...search, territory })}
          choices={territories.choices}
        />
      )}
      {outlets.choices.length > 1 && (
        <ChoiceFilter
          name={say('figures.outlet')}
          value={search.outlet}
          onValue={(outlet) => onSearch({ ...search, outlet })}
          choices={outlets.choices}
        />
      )}
    </>
  );
}
