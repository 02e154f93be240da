import type { FigureView } from '@firstfix/contract/insight/schemas';
import type { Tone } from '@firstfix/ui/state-look.ts';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { FigureBars } from './figure-bars.tsx';
import { useFigureValue } from './figure-value.ts';
import styles from './figures.module.css';
import type { FiguresSearch } from './figures-search.ts';
import { Sparkline } from './sparkline.tsx';

interface FigureCardProps {
  readonly figure: FigureView;
  /** Its values over the period, oldest first. */
  readonly trend: readonly (number | null)[];
  readonly search: FiguresSearch;
}

/** One figure: its value against its goal, how it went, its parts. Leads to its orders. */
export function FigureCard({ figure, trend, search }: FigureCardProps) {
  const say = useWords();
  const inUnit = useFigureValue();
  const { name, unit, goal, missed } = figure;
  const { days, outlet, territory } = search;
  return (
    <Link
      className={styles.card}
      data-tone={toneOf(figure)}
      to="/figures/$figure"
      params={{ figure: name }}
      search={{ days, outlet, territory }}
    >
      <span>{say(`figures.name.${name}`)}</span>
      <span className={styles.value}>
        <strong>{inUnit(unit, figure.value)}</strong>
        {trend.filter((value) => value !== null).length > 1 && (
          <Sparkline values={trend} goal={goal?.value} name={say('figures.trend')} />
        )}
      </span>
      <small>
        {goal && say(`figures.goal.${goal.must}`, { value: inUnit(unit, goal.value) })}
        {goal && ' · '}
        {say('figures.missed', { count: missed })}
      </small>
      {figure.breakdown.length > 0 && <FigureBars breakdown={figure.breakdown} />}
    </Link>
  );
}

function toneOf({ met }: FigureView): Tone {
  if (met === null) return 'ink';
  return met ? 'celadon' : 'amber';
}
