import { ask } from '@firstfix/client/api.ts';
import { listOffers } from '@firstfix/contract/dispatch/endpoints';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import styles from './tabs.module.css';

/** An offer is over in minutes: looked for this often. */
export const LOOK_FOR_OFFERS_MS = 10_000;

/** The engineer's places, at the thumb. */
export function Tabs() {
  const say = useWords();
  const { data } = useQuery({ ...ask(listOffers, { query: {} }), refetchInterval: LOOK_FOR_OFFERS_MS });
  const offers = data?.items.length ?? 0;
  return (
    <nav className={styles.tabs} aria-label={say('shell.places')}>
      <Link to="/">{say('shell.today')}</Link>
      <Link to="/offers">
        {say('shell.offers')}
        {offers > 0 && <strong>{offers}</strong>}
      </Link>
      <Link to="/earnings">{say('shell.earnings')}</Link>
      <Link to="/me">{say('shell.me')}</Link>
    </nav>
  );
}
