import { type Say, useUiWords } from './language.ts';
import styles from './state-chip.module.css';
import { type Stateful, type StateOf, toneOf } from './state-look.ts';
import type { zh } from './words/zh.ts';

/** The one word and colour of a state: `<StateChip of="workOrderState" state={order.state} />`. */
export function StateChip<S extends Stateful>({ of, state }: { of: S; state: StateOf<S> }) {
  const say = useUiWords();
  return (
    <span className={styles.chip} data-tone={toneOf(of, state)}>
      {wordOf(say, of, state)}
    </span>
  );
}

/** The word alone, for places where a chip would be too much. */
export function wordOf<S extends Stateful>(say: Say<typeof zh>, of: S, state: StateOf<S>): string {
  // the catalogue has a word for each state: its types say so one subject at a time
  return say(`${of}.${state}` as Parameters<typeof say>[0]);
}
