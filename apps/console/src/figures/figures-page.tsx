import { ask } from '@firstfix/client/api.ts';
import { listFigures } from '@firstfix/contract/insight/endpoints';
import type { FigureName } from '@firstfix/contract/insight/schemas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { PageHeader } from '../page/page-header.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';
import { FigureCard } from './figure-card.tsx';
import { FigureFilters } from './figure-filters.tsx';
import styles from './figures.module.css';
import { usePeriod, useSlices } from './period.ts';

const route = getRouteApi('/inside/figures');

/** The figures of the promise, each with how it went; every number leads to its orders. */
export function FiguresPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const period = usePeriod(search);
  const figures = useQuery({ ...ask(listFigures, { query: period }), placeholderData: keepPreviousData });
  const slices = useSlices(period);
  return (
    <>
      <PageHeader title={say('figures.title')}>
        <FigureFilters search={search} onSearch={(next) => navigate({ to: '/figures', search: next })} />
      </PageHeader>
      <Shown of={figures}>
        {({ items }) => (
          <div className={styles.grid}>
            {items.map((figure) => (
              <FigureCard
                key={figure.name}
                figure={figure}
                search={search}
                trend={trendOf(figure.name, slices)}
              />
            ))}
          </div>
        )}
      </Shown>
    </>
  );
}

/** Open orders are counted as they stand now, whatever the period: they have no past. */
function trendOf(figure: FigureName, slices: ReturnType<typeof useSlices>): (number | null)[] {
  if (figure === 'open_orders') return [];
  return slices.map((slice) => slice?.find(({ name }) => name === figure)?.value ?? null);
}
