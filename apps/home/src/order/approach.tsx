import type { VisitEngineerView } from '@firstfix/contract/fieldwork/schemas';
import { distanceMetres, parseInstant } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useWords } from '../words/words.ts';
import { placeOnTheWay, sketchOf } from './approach-sketch.ts';
import styles from './engineer-card.module.css';

const WIDTH = 320;
const HEIGHT = 120;

/** The way from where the engineer set out to the door, as a sketch, with the estimated arrival. */
export function Approach({ approach }: { approach: NonNullable<VisitEngineerView['approach']> }) {
  const say = useWords();
  const moments = useMoments();
  const now = useNow();
  const arrivesAt = parseInstant(approach.arrivesAt);
  const share = placeOnTheWay(parseInstant(approach.toldAt), arrivesAt, now);
  const { from, to, here } = sketchOf(approach.position, approach.place, share, WIDTH, HEIGHT);
  const kilometres = (distanceMetres(approach.position, approach.place) / 1000).toFixed(1);
  return (
    <>
      <p>{say('order.arrives', { time: moments.clock(arrivesAt), kilometres })}</p>
      <svg className={styles.map} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('order.map')}>
        <line className={styles.way} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        <line className={styles.gone} x1={from.x} y1={from.y} x2={here.x} y2={here.y} />
        <path className={styles.home} d={`M${to.x - 10} ${to.y + 8}v-10l10 -9l10 9v10z`} />
        <circle className={styles.there} cx={here.x} cy={here.y} r="9" />
      </svg>
    </>
  );
}
