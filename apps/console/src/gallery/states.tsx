import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { STATE_TONES, type Stateful, type StateOf } from '@firstfix/ui/state-look.ts';
import { useWords } from '../words/words.ts';
import styles from './gallery.module.css';
import { Specimen } from './specimen.tsx';

/** Every state has one word and one colour, wherever it is shown. */
export function States() {
  const say = useWords();
  return (
    <Specimen title={say('gallery.states')} note={say('gallery.statesNote')}>
      <StatesOf of="workOrderState" />
      <StatesOf of="visitState" />
      <StatesOf of="hold" />
      <StatesOf of="requestState" />
      <StatesOf of="complaintState" />
      <StatesOf of="followUpState" />
    </Specimen>
  );
}

function StatesOf<S extends Stateful>({ of }: { of: S }) {
  const say = useWords();
  const states = Object.keys(STATE_TONES[of]) as StateOf<S>[];
  return (
    <div className={styles.states}>
      <strong>{say(`gallery.of.${of}`)}</strong>
      <span>
        {states.map((state) => (
          <StateChip key={state} of={of} state={state} />
        ))}
      </span>
    </div>
  );
}
