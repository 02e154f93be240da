import { listCommunities, registerCustomer } from '@firstfix/contract/customers/endpoints';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCustomer } from './a-customer.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('knows where a community lies by the beginning of its name, and takes no sign for a joker', async () => {
  const agent = await app.signIn({ role: 'agent' });
  const point = { lat: 36.06712, lng: 120.38456 };
  for (const community of ['海情小区', '海情小区', '海情二区', '50%花园']) {
    await agent.call(registerCustomer, {
      body: aCustomer({ address: { districtCode: '370202', community, door: '1', point } }),
    });
  }
  const find = async (text: string) => (await agent.call(listCommunities, { query: { text } })).items;
  expect(await find('海情小')).toEqual([{ community: '海情小区', districtCode: '370202', point }]);
  expect(await find('海情')).toHaveLength(2);
  expect((await find('50%')).map(({ community }) => community)).toEqual(['50%花园']);
  expect(await find('%')).toEqual([]);
});
