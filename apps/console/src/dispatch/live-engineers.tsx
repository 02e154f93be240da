import { MINUTE } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { type MapView, placeOn } from '@firstfix/ui/map/map-view.ts';
import styles from './map.module.css';
import type { LiveEngineer } from './use-live-engineers.ts';

/** Older than this, a position says where somebody was, not where they are. */
const STALE = 10 * MINUTE;

interface MarkersProps {
  readonly engineers: readonly LiveEngineer[];
  readonly followed: string | undefined;
  readonly view: MapView;
  readonly onFollow: (engineerId: string) => void;
}

/** Everybody on the way where the phone told it last. The list below the map says the same in words. */
export function LiveMarkers({ engineers, followed, view, onFollow }: MarkersProps) {
  const now = useNow();
  return engineers.map(({ row: { engineer }, point, at }) => {
    const { x, y } = placeOn(view, point);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: for whoever points; the list below has a button for each
      <g
        key={engineer.id}
        className={styles.live}
        data-stale={now - at > STALE}
        data-chosen={engineer.id === followed}
        transform={`translate(${x} ${y})`}
        onClick={() => onFollow(engineer.id)}
      >
        <circle r="11" />
        <text y="4">{engineer.name.slice(0, 1)}</text>
        <title>{engineer.name}</title>
      </g>
    );
  });
}
