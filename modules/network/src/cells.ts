import type { Point } from '@firstfix/kernel';
import { latLngToCell } from 'h3-js';

/** About 0.7 km²: fine enough to follow a river, coarse enough for a country. */
const RESOLUTION = 8;

/** The H3 cell by which a point finds its territory. */
export function cellOf({ lat, lng }: Point): string {
  return latLngToCell(lat, lng, RESOLUTION);
}
