import { communityAt, demoCity } from '@firstfix/city';
import type { StationView } from '@firstfix/contract/network/schemas';
import { type Id, stableId } from '@firstfix/kernel';
import { gridDisk } from 'h3-js';
import { cellOf } from '../cells.ts';
import { DEMO_DISTRICTS, demoCells } from './demo-city.ts';
import type { DemoEngineer } from './demo-engineers.ts';

/** A station serves the cells this many rings around its posts. */
const RINGS = 2;
const POST_STEP_DEGREES = 0.018;

/** One mobile station a district: two posts by turns, a crew of the district's first two engineers. */
export function demoStations(engineers: readonly DemoEngineer[]): StationView[] {
  return DEMO_DISTRICTS.flatMap(({ territoryId, name, centre }, index) => {
    const crew = engineers.filter(({ engineer }) => engineer.territoryId === territoryId).slice(0, 2);
    const [driver] = crew;
    if (!driver) return [];
    const places = [centre, { lat: centre.lat + POST_STEP_DEGREES, lng: centre.lng }];
    return {
      id: stableId(`demo:station:${index + 1}`),
      name: `${name}流动服务站`,
      territoryId,
      outletId: driver.engineer.outletId,
      vehicle: `晴F·D${String(index + 1).padStart(4, '0')}`,
      crew: crew.map(({ engineer }) => engineer.id),
      posts: [1, 2, 3, 4, 5, 6].flatMap((weekday) => postOn(weekday, places)),
      cells: cellsAround(territoryId, places),
    };
  });
}

function postOn(weekday: number, places: readonly StationView['posts'][number]['point'][]) {
  const point = places[weekday % places.length];
  return point
    ? [
        {
          weekday,
          startMinute: 510,
          endMinute: 1050,
          community: communityAt(demoCity(), point).name.zh,
          point,
        },
      ]
    : [];
}

function cellsAround(territoryId: Id, places: readonly StationView['posts'][number]['point'][]): string[] {
  const near = new Set(places.flatMap((place) => gridDisk(cellOf(place), RINGS)));
  return [...near].filter((cell) => demoCells().get(cell)?.territoryId === territoryId).sort();
}
