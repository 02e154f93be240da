import type { Point } from '@firstfix/kernel';
import { createRandom, type Random } from '@firstfix/kernel/random';
import { toPoint } from './bend.ts';
import type { Building, Community } from './communities.ts';
import { CITY } from './districts.ts';

/** A home as people write it and as the map shows it. */
export interface Home {
  readonly districtCode: string;
  readonly community: string;
  /** 3号楼2单元501 */
  readonly door: string;
  readonly point: Point;
  /** The whole address in one line. */
  readonly text: string;
}

/** Homes with all different doors, spread over the communities by their size; the same ones for the same seed. */
export function pickHomes(communities: readonly Community[], count: number, seed: number | string): Home[] {
  const random = createRandom(seed);
  const pick = weightedPick(communities.map(({ homes }) => homes));
  const taken = new Set<string>();
  const found: Home[] = [];
  while (found.length < count) {
    const community = communities[pick(random.next())];
    if (!community) throw new RangeError('the city has no community');
    const home = anyHome(community, random);
    if (taken.has(home.text)) continue;
    taken.add(home.text);
    found.push(home);
  }
  return found;
}

function anyHome(community: Community, random: Random): Home {
  const building = random.pick(community.buildings);
  const unit = random.between(1, building.units);
  const room = random.between(1, building.floors) * 100 + random.between(1, building.doors);
  const door = `${building.number}号楼${unit}单元${room}`;
  const { code: districtCode, name } = community.district;
  return {
    districtCode,
    community: community.name.zh,
    door,
    point: unitPoint(building, unit),
    text: `${CITY.province}${CITY.name}${name}${community.name.zh}${door}`,
  };
}

/** The entrance of a unit, on the southern side. */
function unitPoint({ ground: { from, to }, units }: Building, unit: number): Point {
  return toPoint({ u: from.u + ((unit - 0.5) / units) * (to.u - from.u), v: from.v });
}

/** Picks an index in proportion to its weight in a few steps, however many there are. */
function weightedPick(weights: readonly number[]): (share: number) => number {
  let sum = 0;
  const ends = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  return (share) => {
    const aim = share * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > aim) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
