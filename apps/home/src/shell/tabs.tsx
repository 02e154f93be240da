import { sessionQuery } from '@firstfix/client/session.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { useIsLinked } from './linked.ts';
import { TABS } from './navigation.ts';
import styles from './tabs.module.css';

/** The places of the app, under the thumb; whoever came by a link to one order has none but it. */
export function Tabs() {
  const say = useWords();
  const { data } = useQuery(sessionQuery);
  const isLinked = useIsLinked();
  if (data === undefined || isLinked) return null;
  return (
    <>
      <div className={styles.room} />
      <nav className={styles.tabs} aria-label={say('shell.places')}>
        {TABS.map(({ to, words }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/home' }}>
            {say(words)}
          </Link>
        ))}
      </nav>
    </>
  );
}
