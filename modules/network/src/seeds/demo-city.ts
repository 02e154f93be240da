import { CITY, CITY_CENTRE, DISTRICTS, districtAt } from '@firstfix/city';
import { distanceMetres, type Point, stableId } from '@firstfix/kernel';
import { cellToLatLng, gridDisk } from 'h3-js';
import { cellOf } from '../cells.ts';

/** The generated city as this module's territories: one for each district. */
export const DEMO_REGION = { id: stableId('demo:region'), name: '东海大区' };
export const DEMO_CITY = {
  id: stableId('demo:city'),
  regionId: DEMO_REGION.id,
  name: CITY.name,
  regionCode: CITY.code,
};

interface DemoDistrict {
  readonly territoryId: string;
  readonly name: string;
  readonly code: string;
  readonly marketTier: 1 | 2 | 3;
  readonly centre: Point;
}

const MARKET_TIERS = [1, 1, 2, 2, 2, 3] as const;

export const DEMO_DISTRICTS: readonly DemoDistrict[] = DISTRICTS.map(({ code, name, centre }, index) => ({
  territoryId: stableId(`demo:territory:${index + 1}`),
  name,
  code,
  marketTier: MARKET_TIERS[index] ?? 3,
  centre,
}));

/** Rings of cells around the middle one: a disc that holds the whole city. */
const RINGS = 28;

let cells: ReadonlyMap<string, DemoDistrict> | undefined;

/** Every cell of the city with the district its middle lies in; at the edge, the nearest one. */
export function demoCells(): ReadonlyMap<string, DemoDistrict> {
  cells ??= new Map(gridDisk(cellOf(CITY_CENTRE), RINGS).map((cell) => [cell, districtOf(cell)]));
  return cells;
}

function districtOf(cell: string): DemoDistrict {
  const [lat, lng] = cellToLatLng(cell);
  const code = districtAt({ lat, lng })?.code;
  const far = (one: DemoDistrict) => distanceMetres(one.centre, { lat, lng });
  return (
    DEMO_DISTRICTS.find((one) => one.code === code) ??
    DEMO_DISTRICTS.reduce((best, one) => (far(one) < far(best) ? one : best))
  );
}
