import { ask } from '@firstfix/client/api.ts';
import { listFigures } from '@firstfix/contract/insight/endpoints';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FigureCard } from '../figures/figure-card.tsx';
import figureStyles from '../figures/figures.module.css';
import { usePeriod } from '../figures/period.ts';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';
import styles from './start-page.module.css';

/** The figures that a day is judged by first. */
const FIRST = 4;
const search = { days: 7 } as const;

/** How the promise was kept these seven days. */
export function FirstFigures() {
  const say = useWords();
  const figures = useQuery(ask(listFigures, { query: usePeriod(search) }));
  return (
    <section className={styles.counts} aria-label={say('figures.title')}>
      <header className={styles.heading}>
        <h2>{say('start.promise')}</h2>
        <Link to="/figures" search={search}>
          {say('start.all')}
        </Link>
      </header>
      <Shown of={figures}>
        {({ items }) => (
          <div className={figureStyles.grid}>
            {items
              .filter(({ breakdown }) => breakdown.length === 0)
              .slice(0, FIRST)
              .map((figure) => (
                <FigureCard key={figure.name} figure={figure} trend={[]} search={search} />
              ))}
          </div>
        )}
      </Shown>
    </section>
  );
}
