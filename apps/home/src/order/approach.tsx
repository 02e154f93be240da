import type { Approach as ApproachView } from '@firstfix/contract/fieldwork/positions';
import { distanceMetres, MINUTE, type Point, parseInstant } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { lazy, Suspense } from 'react';
import { useWords } from '../words/words.ts';
import styles from './approach.module.css';
import { compassOf } from './compass.ts';

/** Fetched when somebody is on the way: most who open an order need no map. */
const WayMap = lazy(() => import('./way-map.tsx').then((module) => ({ default: module.WayMap })));

/** Somebody is on the way: when they come, by what we know it, and where they are. Gone once they are there. */
export function Approach({ approach }: { approach: ApproachView }) {
  const say = useWords();
  const { position, place } = approach;
  return (
    <section className={styles.approach} aria-label={say('order.onTheWay')}>
      <Arrival approach={approach} />
      <Suspense>{position && <WayMap from={position} to={place} />}</Suspense>
      {position && <Whereabouts position={position} place={place} />}
      <p className={styles.note}>{say('order.positionCloses')}</p>
    </section>
  );
}

/** The one figure that counts, and how old what it rests on is. */
function Arrival({ approach: { basis, arrivesAt, toldAt } }: { approach: ApproachView }) {
  const say = useWords();
  const moments = useMoments();
  const now = useNow();
  const at = parseInstant(arrivesAt);
  const age = toldAt === null ? undefined : Math.max(0, now - parseInstant(toldAt));
  const planned = basis === 'plan';
  return (
    <>
      <p className={styles.arrival}>
        {say(planned ? 'order.arrivesByPlan' : 'order.arrives')}{' '}
        <time dateTime={arrivesAt}>{moments.clock(at)}</time>
      </p>
      <p className={styles.basis}>
        {planned && say(at < now ? 'order.laterThanPlanned' : 'order.noFreshPosition')}{' '}
        {age !== undefined &&
          (age < MINUTE ? say('order.seenNow') : say('order.seenAgo', { length: moments.length(age) }))}
      </p>
    </>
  );
}

/** The map in words. */
function Whereabouts({ position, place }: { position: Point; place: Point }) {
  const say = useWords();
  const kilometres = (distanceMetres(position, place) / 1000).toFixed(1);
  return (
    <p>
      {say('order.whereabouts', {
        kilometres,
        direction: say(`order.compass.${compassOf(place, position)}`),
      })}
    </p>
  );
}
