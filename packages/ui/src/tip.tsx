import { type ReactNode, useCallback, useId, useRef, useState } from 'react';
import { useDismissal } from './dismissal.ts';
import { useUiWords } from './language.ts';
import styles from './tip.module.css';

interface TipProps {
  readonly text: string;
  /** What the words are about; it is given the id they are described by. */
  readonly children: (describedBy: string) => ReactNode;
}

/** Words that appear beside a thing: under the mouse, with the keyboard's focus, or at a touch. */
export function Tip({ text, children }: TipProps) {
  const id = useId();
  return (
    <span className={styles.place}>
      {children(id)}
      <span role="tooltip" id={id} className={styles.tip}>
        {text}
      </span>
    </span>
  );
}

/** A question mark that explains the thing beside it when pressed. */
export function Help({ text }: { text: string }) {
  const say = useUiWords();
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useDismissal(place, open, close);
  return (
    <span ref={place} className={styles.place}>
      <button
        type="button"
        className={styles.mark}
        aria-label={say('place.help')}
        aria-describedby={id}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
      <span role="tooltip" id={id} className={styles.tip} data-open={open}>
        {text}
      </span>
    </span>
  );
}
