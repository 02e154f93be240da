import { findCommunities, registerCustomer } from '@firstfix/contract/customers/endpoints';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCustomer } from './a-customer.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const agent = await app.signIn({ role: 'agent' });
  const live = (community: string, lat: number) =>
    agent.call(registerCustomer, {
      body: aCustomer({
        address: { districtCode: '370202', community, door: '1', point: { lat, lng: 120 } },
      }),
    });
  await live('海情小区', 36);
  await live('海情小区', 37);
  await live('海景一号', 36);
});
afterAll(() => app.close());

it('finds communities by the beginning of their name, with the middle of their homes', async () => {
  const { items } = await (await app.signIn()).call(findCommunities, { query: { text: '海' } });
  expect(items).toEqual([
    { districtCode: '370202', area: '青岛市市南区', community: '海情小区', point: { lat: 36.5, lng: 120 } },
  ]);
});

it('takes the text as it is', async () => {
  const { items } = await (await app.signIn()).call(findCommunities, { query: { text: '%' } });
  expect(items).toEqual([]);
});
