import { setClockFactor } from '@firstfix/contract/platform/endpoints';
import { LanguageSwitch, ThemeSwitch } from '@firstfix/ui/chrome-switches.tsx';
import { ClockChip } from '@firstfix/ui/clock-chip.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { Link, Outlet } from '@tanstack/react-router';
import { useClockFactor } from '../connection/clock.tsx';
import { leave, mayCall, useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import styles from './frame.module.css';
import { navigationFor } from './navigation.ts';

/** Around every screen of somebody signed in: who, when, where to. */
export function Frame() {
  const say = useWords();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {say('shell.toContent')}
      </a>
      <Header />
      <Navigation />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function Header() {
  const { role } = useSession();
  const clock = useClockFactor();
  const mayChange = !clock.production && mayCall(setClockFactor, role);
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.brand}>
        Firstfix
      </Link>
      <ClockChip factor={clock.factor} onFactor={mayChange ? clock.change : undefined} />
      <div className={styles.person}>
        <LanguageSwitch />
        <ThemeSwitch />
        <SignOut />
      </div>
    </header>
  );
}

function SignOut() {
  const say = useWords();
  const ui = useUiWords();
  const { role } = useSession();
  return (
    <>
      <strong>{ui(`role.${role}`)}</strong>
      <button type="button" className={styles.leave} onClick={leave}>
        {say('shell.signOut')}
      </button>
    </>
  );
}

function Navigation() {
  const say = useWords();
  const { role } = useSession();
  return (
    <nav className={styles.navigation} aria-label={say('shell.navigation')}>
      {navigationFor(role).map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
          {say(word)}
        </Link>
      ))}
    </nav>
  );
}
