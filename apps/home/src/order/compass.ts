import type { Point } from '@firstfix/kernel';

const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
type Compass = (typeof COMPASS)[number];

/** In which direction somebody at `from` looks to see `to`. */
export function compassOf(from: Point, to: Point): Compass {
  const east = (to.lng - from.lng) * Math.cos((from.lat * Math.PI) / 180);
  const turned = Math.atan2(east, to.lat - from.lat) / (Math.PI / 4);
  return COMPASS[(Math.round(turned) + COMPASS.length) % COMPASS.length] ?? 'n';
}
