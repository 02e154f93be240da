import { type ReactNode, useCallback, useId, useRef, useState } from 'react';
import { useDismissal } from './dismissal.ts';
import { useUiWords } from './language.ts';
import styles from './tip.module.css';

interface TipProps {
  readonly text: string;
  /** What the words are about; it is given the id they are described by, and what a press shows them with. */
  readonly children: (describedBy: string, show: () => void) => ReactNode;
}

/** Words that appear beside a thing: under the mouse, with the keyboard's focus, or when it is pressed. */
export function Tip({ text, children }: TipProps) {
  const { id, place, open, setOpen } = useTip();
  return (
    <span ref={place} className={styles.place}>
      {children(id, () => setOpen(true))}
      <span role="tooltip" id={id} className={styles.tip} data-open={open}>
        {text}
      </span>
    </span>
  );
}

/** A question mark that explains the thing beside it when pressed. */
export function Help({ text }: { text: string }) {
  const say = useUiWords();
  const { id, place, open, setOpen } = useTip();
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

/** A press elsewhere closes what a press opened. */
function useTip() {
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useDismissal(place, open, close);
  return { id, place, open, setOpen };
}
