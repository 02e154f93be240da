import { baseMapQuery } from '@firstfix/client/base-map.ts';
import { keyOfBox } from '@firstfix/contract/base-map';
import type { Point } from '@firstfix/kernel';
import { Ground } from '@firstfix/ui/map/ground.tsx';
import { type MapView, placeOn, pointAt, viewOf } from '@firstfix/ui/map/map-view.ts';
import { useSize } from '@firstfix/ui/map/use-size.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../words/words.ts';
import styles from './approach.module.css';

/** Nearer than this the map comes no closer: the door is one among others. */
const LEAST_METRES = 500;

/** Only what is in sight is fetched. */
function Surroundings({ view }: { view: MapView }) {
  const { width, height } = view.size;
  const part = keyOfBox([pointAt(view, { x: 0, y: 0 }), pointAt(view, { x: width, y: height })]);
  const { data } = useQuery({ ...baseMapQuery(part), placeholderData: keepPreviousData });
  return <Ground view={view} layer={data ?? undefined} />;
}

/** The streets between the engineer and the home, both in sight. */
export function WayMap({ from, to }: { from: Point; to: Point }) {
  const say = useWords();
  const { place, size } = useSize();
  const view = useMemo(() => viewOf([from, to], size, LEAST_METRES), [from, to, size]);
  if (!view) return null;
  const [engineer, home] = [placeOn(view, from), placeOn(view, to)];
  return (
    <div ref={place} className={styles.map} role="img" aria-label={say('order.map')}>
      <Surroundings view={view} />
      <svg width={size.width} height={size.height} aria-hidden="true">
        <line className={styles.way} x1={engineer.x} y1={engineer.y} x2={home.x} y2={home.y} />
        <path className={styles.home} d={`M${home.x - 11} ${home.y + 9}v-11l11 -10l11 10v11z`} />
        <circle className={styles.halo} cx={engineer.x} cy={engineer.y} r="16" />
        <circle className={styles.engineer} cx={engineer.x} cy={engineer.y} r="9" />
      </svg>
    </div>
  );
}
