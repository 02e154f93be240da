import type { Point } from '@firstfix/kernel';
import { cellToChildren, cellToParent, latLngToCell } from 'h3-js';

/** About 0.7 km²: fine enough to follow a river, coarse enough for a country. */
const RESOLUTION = 8;
/** 49 cells, about 36 km². */
const TUFT_RESOLUTION = 6;

/** The H3 cell by which a point finds its territory. */
export function cellOf({ lat, lng }: Point): string {
  return latLngToCell(lat, lng, RESOLUTION);
}

/** The large cell around a cell. */
export function tuftOf(cell: string): string {
  return cellToParent(cell, TUFT_RESOLUTION);
}

export function cellsOfTuft(tuft: string): string[] {
  return cellToChildren(tuft, RESOLUTION);
}
