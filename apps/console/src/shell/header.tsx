import { setClockFactor } from '@firstfix/contract/platform/endpoints';
import { ClockChip } from '@firstfix/ui/clock-chip.tsx';
import { Drawer } from '@firstfix/ui/drawer.tsx';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useClockFactor } from '../connection/clock-factor.ts';
import { mayCall, useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import styles from './frame.module.css';
import { Navigation } from './navigation-list.tsx';
import { PaletteOpener } from './palette/palette-opener.tsx';
import { PersonMenu } from './person-menu.tsx';

export function Header() {
  const { role } = useSession();
  const clock = useClockFactor();
  const mayChange = !clock.production && mayCall(setClockFactor, role);
  return (
    <header className={styles.header}>
      <NavigationDrawer />
      <Link to="/" className={styles.brand}>
        Firstfix
      </Link>
      <PaletteOpener />
      <div className={styles.clock}>
        <ClockChip factor={clock.factor} onFactor={mayChange ? clock.change : undefined} />
      </div>
      <PersonMenu />
    </header>
  );
}

/** The way to other screens where there is no room beside this one. */
function NavigationDrawer() {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.narrowOnly}>
      <button
        type="button"
        className={styles.bars}
        aria-label={say('shell.navigation')}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">☰</span>
      </button>
      {open && (
        <Drawer side="start" title="Firstfix" onClose={() => setOpen(false)}>
          <Navigation onGo={() => setOpen(false)} />
        </Drawer>
      )}
    </div>
  );
}
