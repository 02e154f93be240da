import { Link } from '@tanstack/react-router';
import { useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import styles from './frame.module.css';
import { navigationFor } from './navigation.ts';

/** The screens this role may open. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const say = useWords();
  const { role } = useSession();
  return (
    <nav className={styles.navigation} aria-label={say('shell.navigation')}>
      {navigationFor(role).map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} onClick={onGo}>
          {say(word)}
        </Link>
      ))}
    </nav>
  );
}
