import { demoCity } from '@firstfix/city';
import { parseAddress } from '@firstfix/contract/customers/endpoints';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('reads every address of the demo city as it is meant', async () => {
  const agent = await app.signIn({ role: 'agent' });
  for (const home of demoCity().homes(60, 'addresses')) {
    const { candidates } = await agent.call(parseAddress, { body: { text: home.text } });
    expect(candidates).toMatchObject([
      { districtCode: home.districtCode, community: home.community, door: home.door },
    ]);
  }
});
