import { distanceMetres, type Point } from '@firstfix/kernel';
import { createRandom } from '@firstfix/kernel/random';
import { type Home, pickHomes } from './address-book.ts';
import { toLattice } from './bend.ts';
import { type Community, layOutCommunities } from './communities.ts';
import { type District, districtOn } from './districts.ts';
import { type Land, layOutLand } from './land.ts';
import { linkStreets, type RoadGraph } from './road-graph.ts';
import { Router } from './router.ts';
import { layOutStreets } from './street-lines.ts';

/** A generated city: the same seed makes the same one. */
export interface City {
  readonly land: Land;
  readonly roads: RoadGraph;
  readonly router: Router;
  readonly communities: readonly Community[];
  /** Homes with all different doors; the same ones for the same seed. */
  homes(count: number, seed: number | string): Home[];
}

/** Of the city the demo and the simulation live in. */
export const DEMO_CITY_SEED = 2026;
let demo: City | undefined;

/** The demo's city, laid out when somebody asks for it first. */
export function demoCity(): City {
  demo ??= createCity(DEMO_CITY_SEED);
  return demo;
}

export function createCity(seed: number): City {
  const land = layOutLand(createRandom(`${seed}:land`));
  const roads = linkStreets(layOutStreets(land, createRandom(`${seed}:streets`)));
  const communities = layOutCommunities(land, createRandom(`${seed}:communities`));
  return {
    land,
    roads,
    router: new Router(roads),
    communities,
    homes: (count, homesSeed) => pickHomes(communities, count, `${seed}:${homesSeed}`),
  };
}

/** The district around a point; `undefined` outside the city. */
export function districtAt(point: Point): District | undefined {
  return districtOn(toLattice(point));
}

/** The community whose middle is nearest to a point. */
export function communityAt({ communities }: City, point: Point): Community {
  const [first, ...others] = communities;
  if (!first) throw new RangeError('the city has no community');
  const far = (one: Community) => distanceMetres(one.point, point);
  return others.reduce((best, one) => (far(one) < far(best) ? one : best), first);
}
