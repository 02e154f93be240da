import { Empty } from '@firstfix/ui/empty.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import styles from './start-page.module.css';

interface GlanceProps<T> {
  readonly title: string;
  readonly of: UseQueryResult<{ readonly items: readonly T[] }>;
  /** The way to the whole list. */
  readonly all: ReactNode;
  readonly empty: string;
  readonly keyOf: (item: T) => string;
  readonly row: (item: T) => ReactNode;
}

/** How many rows a glance shows. */
export const GLANCE_ROWS = 6;

/** The first rows of a list, to see at once whether somebody must act. */
export function Glance<T>({ title, of, all, empty, keyOf, row }: GlanceProps<T>) {
  return (
    <Panel title={title} actions={all}>
      <Shown of={of}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{empty}</Empty>
          ) : (
            <ul className={styles.glance}>
              {items.map((item) => (
                <li key={keyOf(item)}>{row(item)}</li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Panel>
  );
}
