import { distanceMetres } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLattice, toPoint } from '../src/bend.ts';
import {
  baseLayer,
  buildingLayer,
  CITY_CENTRE,
  communityAt,
  createCity,
  DEMO_CITY_SEED,
  DISTRICTS,
  districtAt,
  placeOn,
} from '../src/index.ts';

const city = createCity(DEMO_CITY_SEED);
const homes = city.homes(3_000, 'test');
const anyHome = fc
  .integer({ min: 0, max: homes.length - 1 })
  .map((at) => homes[at] ?? city.homes(1, 'one')[0]);

describe('the city', () => {
  it('is the same for the same seed and another for another', () => {
    const again = createCity(DEMO_CITY_SEED);
    expect(JSON.stringify(baseLayer(again))).toBe(JSON.stringify(baseLayer(city)));
    expect(again.homes(200, 'test')).toEqual(homes.slice(0, 200));
    expect(again.homes(200, 'others')).not.toEqual(homes.slice(0, 200));
    expect(createCity(7).communities[0]?.name).not.toEqual(city.communities[0]?.name);
  });

  it('bends its lattice without folding it', () => {
    const metres = fc.integer({ min: -16_000, max: 16_000 });
    fc.assert(
      fc.property(metres, metres, (u, v) => {
        const back = toLattice(toPoint({ u, v }));
        expect(Math.hypot(back.u - u, back.v - v)).toBeLessThan(3);
      }),
    );
  });

  it('has streets that all hang together, and several bridges', () => {
    for (const seed of [DEMO_CITY_SEED, 1, 2, 3]) {
      const { roads } = createCity(seed);
      const seen = new Set([0]);
      for (const at of seen) for (const { to } of roads.edges[at] ?? []) seen.add(to);
      expect(seen.size).toBe(roads.points.length);
      expect(roads.pieces.filter(({ bridge }) => bridge).length).toBeGreaterThan(8);
    }
  });

  it('has every home in a district, with a door of its own', () => {
    const codes = new Set(DISTRICTS.map(({ code }) => code));
    for (const { districtCode, point, text } of homes) {
      expect(codes.has(districtCode)).toBe(true);
      expect(districtAt(point)?.code).toBe(districtCode);
      expect(text).toContain(districtNameOf(districtCode));
    }
    expect(new Set(homes.map(({ text }) => text)).size).toBe(homes.length);
    expect(new Set(homes.map(({ districtCode }) => districtCode))).toEqual(codes);
  });

  it('knows the community around a home', () => {
    fc.assert(
      fc.property(anyHome, (home) => {
        if (home) expect(communityAt(city, home.point).name.zh).toBe(home.community);
      }),
      { numRuns: 50 },
    );
  });

  it('names no community twice', () => {
    const names = city.communities.map(({ name }) => name.zh);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(400);
  });
});

describe('routes', () => {
  it('lead from door to door along the streets', () => {
    fc.assert(
      fc.property(anyHome, anyHome, (a, b) => {
        if (!a || !b) return;
        const route = city.router.route(a.point, b.point);
        expect([route.points[0], route.points.at(-1)]).toEqual([a.point, b.point]);
        const junctions = route.points.slice(1, -1).map((point) => city.router.nearestJunction(point));
        for (const [index, at] of junctions.slice(0, -1).entries()) {
          const next = junctions[index + 1];
          expect((city.roads.edges[at] ?? []).some(({ to }) => to === next)).toBe(true);
        }
        expect(route.metres).toBeGreaterThanOrEqual(Math.floor(distanceMetres(a.point, b.point)) - 1);
        expect(route.seconds.toSorted((one, other) => one - other)).toEqual(route.seconds);
      }),
      { numRuns: 60 },
    );
  });

  it('are never slower than a way over a third place', () => {
    fc.assert(
      fc.property(anyHome, anyHome, anyHome, (a, b, c) => {
        if (!a || !b || !c) return;
        // between junctions: what lies off the street counts for neither
        const drive = (from: typeof a, to: typeof a) => {
          const { seconds } = city.router.route(from.point, to.point);
          return (seconds.at(-2) ?? 0) - (seconds[1] ?? 0);
        };
        expect(drive(a, c)).toBeLessThanOrEqual(drive(a, b) + drive(b, c) + 0.001);
      }),
      { numRuns: 60 },
    );
  });

  it('say where somebody is on the way', () => {
    const [a, b] = homes;
    if (!a || !b) throw new Error('no homes');
    const route = city.router.route(a.point, b.point);
    const end = route.seconds.at(-1) ?? 0;
    expect(placeOn(route, 0)).toEqual(a.point);
    expect(placeOn(route, end + 1)).toEqual(b.point);
    const half = placeOn(route, end / 2);
    expect(distanceMetres(half, a.point) + distanceMetres(half, b.point)).toBeLessThanOrEqual(
      route.metres + 1,
    );
    expect(half).not.toEqual(a.point);
  });
});

describe('the map', () => {
  it('is small enough to serve in one piece', () => {
    expect(Buffer.byteLength(JSON.stringify(baseLayer(city)))).toBeLessThan(600_000);
    expect(Buffer.byteLength(JSON.stringify(buildingLayer(city, CITY_CENTRE, 1_500)))).toBeLessThan(200_000);
  });

  it('has closed rings and both languages on every label', () => {
    for (const { properties, geometry } of baseLayer(city).features) {
      if (geometry.type === 'MultiPolygon') {
        for (const [ring = []] of geometry.coordinates) expect(ring[0]).toEqual(ring.at(-1));
      }
      expect(properties.zh === undefined).toBe(properties.en === undefined);
    }
  });
});

function districtNameOf(code: string): string {
  return DISTRICTS.find((one) => one.code === code)?.name ?? 'no district';
}
