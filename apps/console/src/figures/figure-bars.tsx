import type { FigureView } from '@firstfix/contract/insight/schemas';
import { Fragment } from 'react';
import { useCodeWords } from '../words/words.ts';
import styles from './figures.module.css';

const MOST = 8;

/** The parts of a figure, each as long as it is large. */
export function FigureBars({ breakdown }: Pick<FigureView, 'breakdown'>) {
  const sayCode = useCodeWords();
  const parts = breakdown.slice(0, MOST);
  const largest = Math.max(1, ...parts.map(({ numerator }) => numerator));
  return (
    <div className={styles.bars}>
      {parts.map(({ key, numerator }) => (
        <Fragment key={key}>
          <span>{sayCode('figures.part', key)}</span>
          <span className={styles.bar} style={{ width: `${(numerator / largest) * 100}%` }} />
          <span>{numerator}</span>
        </Fragment>
      ))}
    </div>
  );
}
