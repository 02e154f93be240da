import { usePaletteKey } from '@firstfix/ui/palette/palette-key.ts';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useWords } from '../../words/words.ts';
import styles from './palette-opener.module.css';

/** Fetched when it is first opened. */
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** The way to anything: a press, or Ctrl-K. */
export function PaletteOpener() {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const show = useCallback(() => setOpen(true), []);
  usePaletteKey(show);
  return (
    <>
      <button type="button" className={styles.opener} onClick={show}>
        <span>{say('palette.open')}</span>
        <kbd>{COMMAND_KEY} K</kbd>
      </button>
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const COMMAND_KEY = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
