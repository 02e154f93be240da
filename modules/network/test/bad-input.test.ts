import { newId } from '@firstfix/kernel';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from './demo-network.ts';

let app: TestApp;
let engineer: { id: string; territoryId: string };
beforeAll(async () => {
  app = await startTestApp();
  const [one] = (await seedDemo(app)).engineers;
  if (!one) throw new Error('the demo has no engineer');
  engineer = one;
});
afterAll(() => app.close());

describe('bad input', () => {
  it('is refused, never an accident', async () => {
    const token = await app.tokenFor({ role: 'admin' });
    const statusOf = async (path: string, method = 'GET', body?: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(app.url + path, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      return response.status;
    };
    const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
    const { id, territoryId } = engineer;
    for (const sort of ['name', 'newest', 'stars', 'points']) {
      for (const bad of [
        cursor('x', 'y'),
        cursor(1e99, id),
        cursor(null, id),
        cursor('2026-13-40', id),
        'zzz',
      ]) {
        expect(await statusOf(`/api/engineers?sort=${sort}&cursor=${bad}`)).toBeLessThan(500);
      }
    }
    const days = `/api/working-days?territoryId=${territoryId}`;
    expect(await statusOf(`${days}&from=2026-02-30&to=2026-03-01`)).toBe(400);
    expect(await statusOf(`${days}&from=2026-03-02&to=2026-03-01`)).toBe(422);
    expect(await statusOf(`${days}&from=2026-03-01&to=2026-04-01`)).toBe(422);
    expect(await statusOf(`${days}&from=0001-01-01&to=0001-01-03`)).toBe(200);
    expect(await statusOf(`${days}&from=9999-12-30&to=9999-12-31`)).toBe(422);
    expect(await statusOf(`/api/working-days?territoryId=${newId()}&from=2026-03-01&to=2026-03-01`)).toBe(
      404,
    );
    const away = { kind: 'leave', start: '2026-12-01T00:00:00Z', end: '2026-12-31T23:59:60Z' };
    expect(await statusOf(`/api/engineers/${id}/absences`, 'POST', away)).toBeOneOf([400, 422]);
    const hours = { startMinute: 480, endMinute: 400, breaks: [] };
    const plan = { week: [{ weekday: 1, hours }], exceptions: [] };
    expect(await statusOf(`/api/engineers/${id}/shifts`, 'PUT', plan)).toBe(422);
    expect(await statusOf(`/api/engineers/${newId()}/shifts`, 'PUT', { week: [], exceptions: [] })).toBe(404);
    expect(await statusOf(`/api/outlets/${newId()}`, 'PATCH', { territoryIds: [newId()] })).toBe(404);
    expect(await statusOf('/api/engineers?text=%00')).toBeLessThan(500);
  });
});
