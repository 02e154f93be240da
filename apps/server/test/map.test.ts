import { demoCity } from '@firstfix/city';
import { BASE_MAP_PATH, boxOfKey, keyOfBox, MAP_KINDS, type MapLayer } from '@firstfix/contract/base-map';
import { cityMap, serveMap } from '@firstfix/server';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';

const city = demoCity();
const [home] = city.homes(1, 'map test');
if (!home) throw new Error('nobody lives in the city');
const { point } = home;
const near = keyOfBox([point]);

const http = Fastify();
serveMap(http, cityMap(demoCity));
afterAll(() => http.close());

const ask = (part: string, headers: Record<string, string> = {}) =>
  http.inject({ url: `${BASE_MAP_PATH}/${part}`, headers });

describe('the base map', () => {
  it('is served whole, of the kinds clients know, packed, and once only', async () => {
    const first = await ask('whole');
    const layer = first.json<MapLayer>();
    const kinds = new Set(layer.features.map(({ properties }) => properties.kind));
    expect([...kinds].filter((kind) => !MAP_KINDS.includes(kind))).toEqual([]);
    expect(kinds).toContain('ring');
    const packed = await ask('whole', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.rawPayload.length).toBeLessThan(110_000);
    const again = await ask('whole', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is served in parts: near a door with its houses, all of it within the box', async () => {
    const answer = await ask(near);
    const { features } = answer.json<MapLayer>();
    const kinds = new Set(features.map(({ properties }) => properties.kind));
    expect(kinds).toContain('building');
    expect(kinds).toContain('local');
    expect(answer.rawPayload.length).toBeLessThan(200_000);
    const box = boxOfKey(near);
    if (!box) throw new Error('no box');
    for (const { geometry } of features) {
      if (geometry.type !== 'MultiPolygon') continue;
      for (const [lng, lat] of geometry.coordinates.flat(2)) {
        expect(lng).toBeGreaterThanOrEqual(box.west - 1e-9);
        expect(lng).toBeLessThanOrEqual(box.east + 1e-9);
        expect(lat).toBeGreaterThanOrEqual(box.south - 1e-9);
        expect(lat).toBeLessThanOrEqual(box.north + 1e-9);
      }
    }
  });

  it('leaves small streets out of a part too large to tell them apart', async () => {
    const far = keyOfBox([point, { lat: point.lat + 0.12, lng: point.lng }]);
    const { features } = (await ask(far)).json<MapLayer>();
    const kinds = new Set(features.map(({ properties }) => properties.kind));
    expect(kinds).toContain('arterial');
    expect(kinds).not.toContain('local');
    expect(kinds).not.toContain('building');
  });

  it('has no part of another name, and none larger than a way', async () => {
    for (const part of ['12', '0_0_100_1', '5_5_4_6', 'x_1_2_3', '1_2_3_4_5']) {
      expect([part, (await ask(part)).statusCode]).toEqual([part, 404]);
    }
  });

  it('is empty where no city was generated', async () => {
    const bare = Fastify();
    serveMap(bare, undefined);
    const answer = await bare.inject({ url: `${BASE_MAP_PATH}/whole` });
    await bare.close();
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
  });
});

describe('a box', () => {
  it('is asked for coarsely, so that no address in a log says whose door it is', () => {
    const beside = { lat: point.lat + 0.0004, lng: point.lng + 0.0004 };
    const corner = {
      lat: Math.floor(point.lat * 100) / 100 + 0.001,
      lng: Math.floor(point.lng * 100) / 100 + 0.001,
    };
    expect(near).toMatch(/^\d+_\d+_\d+_\d+$/);
    expect(keyOfBox([corner])).toBe(near);
    const box = boxOfKey(keyOfBox([beside]));
    expect(box && box.north - box.south).toBeCloseTo(0.01);
    expect(boxOfKey(keyOfBox([{ lat: 36, lng: 120 }]))).toMatchObject({ south: 36, north: 36.01 });
  });
});
