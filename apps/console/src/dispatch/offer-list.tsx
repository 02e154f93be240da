import type { ResponseOf } from '@firstfix/contract';
import type { listOffers } from '@firstfix/contract/dispatch/endpoints';
import { parseInstant, SECOND } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { Link } from '@tanstack/react-router';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import styles from './board.module.css';

type Offer = ResponseOf<typeof listOffers>['items'][number];

interface OfferListProps {
  readonly offers: readonly Offer[] | undefined;
  readonly problem: Error | null;
}

/** Orders up for claim now, each with the seconds its round still has. */
export function OfferList({ offers, problem }: OfferListProps) {
  const say = useWords();
  const nameOf = useWorkNames();
  if (problem) return <ProblemNotice problem={problem} />;
  if (!offers) return <Loading />;
  if (offers.length === 0) return <Empty>{say('dispatch.noOffers')}</Empty>;
  return (
    <ul className={styles.cards}>
      {offers.map((offer) => (
        <li key={offer.id}>
          <Link
            to="/dispatch"
            search={(before) => ({ ...before, order: offer.workOrderId })}
            className={styles.card}
          >
            <span className={styles.line}>
              <strong>{nameOf(offer)}</strong>
              <SecondsLeft until={offer.roundEndsAt} />
            </span>
            <span className={styles.line}>
              <span>{offer.community}</span>
              <span>{say('dispatch.round', { round: offer.round })}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function SecondsLeft({ until }: { until: string }) {
  const say = useWords();
  const seconds = Math.max(0, Math.ceil((parseInstant(until) - useNow()) / SECOND));
  return <b data-tone="indigo">{say('dispatch.secondsLeft', { count: seconds })}</b>;
}
