import { distanceMetres, type Point, stableId } from '@firstfix/kernel';
import { cellToLatLng, gridDisk } from 'h3-js';
import { cellOf } from '../cells.ts';
import { DemoRandom } from './demo-random.ts';

/**
 * The demo city 晴川市 (Qingchuan): invented, on real coordinates. Its administrative codes 990100 to 990106 lie in a
 * range that is given to no place. People live around a few centres and thinly everywhere else.
 */
export const DEMO_CENTRE: Point = { lat: 36.1, lng: 120.4 };
export const DEMO_REGION = { id: stableId('demo:region'), name: '东海大区' };
export const DEMO_CITY = {
  id: stableId('demo:city'),
  regionId: DEMO_REGION.id,
  name: '晴川市',
  regionCode: '990100',
};

interface District {
  readonly territoryId: string;
  readonly name: string;
  readonly districtCode: string;
  readonly marketTier: 1 | 2 | 3;
  readonly centre: Point;
}

/** One district in the middle, five around it; the same as the territories. */
export const DEMO_DISTRICTS: readonly District[] = [
  district(1, '中山区', 1, 0, 0),
  district(2, '望海区', 1, 9.5, 80),
  district(3, '云岭区', 2, 9.5, 8),
  district(4, '临江区', 2, 9.5, 296),
  district(5, '南湖区', 2, 9.5, 224),
  district(6, '西山区', 3, 9.5, 152),
];

/** Rings of cells around the middle one: a disc of some 17 km. */
const RINGS = 20;
const SUBURB_SHARE = 0.2;
const SUBURB_RADIUS_KM = 14;

function district(
  number: number,
  name: string,
  marketTier: District['marketTier'],
  distanceKm: number,
  bearingDegrees: number,
): District {
  const bearing = (bearingDegrees * Math.PI) / 180;
  return {
    territoryId: stableId(`demo:territory:${number}`),
    name,
    districtCode: `99010${number}`,
    marketTier,
    centre: offset(distanceKm * Math.sin(bearing), distanceKm * Math.cos(bearing)),
  };
}

/** The point so many kilometres east and north of the centre. */
function offset(eastKm: number, northKm: number): Point {
  const lng = DEMO_CENTRE.lng + eastKm / (111.32 * Math.cos((DEMO_CENTRE.lat * Math.PI) / 180));
  return { lat: round(DEMO_CENTRE.lat + northKm / 110.57), lng: round(lng) };
}

/** To about a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}

let cells: ReadonlyMap<string, District> | undefined;

/** Every cell of the city with the district whose centre is nearest to the cell's. */
export function demoCells(): ReadonlyMap<string, District> {
  cells ??= new Map(gridDisk(cellOf(DEMO_CENTRE), RINGS).map((cell) => [cell, nearest(cell)]));
  return cells;
}

function nearest(cell: string): District {
  const [lat, lng] = cellToLatLng(cell);
  const far = (one: District) => distanceMetres(one.centre, { lat, lng });
  return DEMO_DISTRICTS.reduce((best, one) => (far(one) < far(best) ? one : best));
}

interface Neighbourhood {
  readonly name: string;
  readonly eastKm: number;
  readonly northKm: number;
  readonly spreadKm: number;
  readonly weight: number;
}

const COMMUNITY_FIRST = [
  '海情',
  '锦绣',
  '翠湖',
  '阳光',
  '和平',
  '金桂',
  '东篱',
  '听涛',
  '书院',
  '长虹',
  '梧桐',
  '紫薇',
];
const COMMUNITY_LAST = ['小区', '花园', '家园', '新村'];

/** Where people live, denser towards the middle. */
const NEIGHBOURHOODS: readonly Neighbourhood[] = Array.from({ length: 24 }, (_, index) => {
  const random = new DemoRandom(7919 + index);
  const distance = 12 * Math.sqrt(random.unit());
  const bearing = 2 * Math.PI * random.unit();
  return {
    name: `${COMMUNITY_FIRST[index % 12]}${COMMUNITY_LAST[Math.floor(index / 6)]}`,
    eastKm: distance * Math.cos(bearing),
    northKm: distance * Math.sin(bearing),
    spreadKm: 0.6 + 1.2 * random.unit(),
    weight: 0.3 + random.unit() ** 2 * (4 - distance / 4),
  };
});

/** A random home inside the demo city; `random` gives numbers in [0, 1). */
export function demoPoint(random: () => number): Point {
  for (;;) {
    const point = random() < SUBURB_SHARE ? suburb(random) : downtown(random);
    if (demoCells().has(cellOf(point))) return point;
  }
}

function suburb(random: () => number): Point {
  const distance = SUBURB_RADIUS_KM * Math.sqrt(random());
  const bearing = 2 * Math.PI * random();
  return offset(distance * Math.cos(bearing), distance * Math.sin(bearing));
}

function downtown(random: () => number): Point {
  const total = NEIGHBOURHOODS.reduce((sum, { weight }) => sum + weight, 0);
  let left = random() * total;
  const home = NEIGHBOURHOODS.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  const { eastKm, northKm, spreadKm } = home ?? { eastKm: 0, northKm: 0, spreadKm: 1 };
  return offset(eastKm + spreadKm * bell(random), northKm + spreadKm * bell(random));
}

/** About normal, mean 0, deviation 1, never beyond 3. */
function bell(random: () => number): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}

/** Administrative code of the district around a point; `undefined` outside the city. */
export function demoDistrictAt(point: Point): string | undefined {
  return demoCells().get(cellOf(point))?.districtCode;
}

/** The community whose middle is nearest. */
export function demoCommunityAt(point: Point): string {
  const far = ({ eastKm, northKm }: Neighbourhood) => distanceMetres(point, offset(eastKm, northKm));
  return NEIGHBOURHOODS.reduce((best, one) => (far(one) < far(best) ? one : best)).name;
}
