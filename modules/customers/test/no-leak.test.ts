import * as api from '@firstfix/contract/customers/endpoints';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCustomer } from './a-customer.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** Every column of every schema, and the rows of it that hold one of the words as text. */
async function columnsHolding(words: readonly string[]): Promise<string[]> {
  const columns = await app.rows<{ relation: string; name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as relation, quote_ident(a.attname) as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema')`);
  const found: string[] = [];
  for (const { relation, name } of columns) {
    const pattern = words.map((word) => `%${word}%`);
    const rows = await app.rows(`select from ${relation} where ${name}::text like any($1) limit 1`, [
      pattern,
    ]);
    if (rows.length > 0) found.push(`${relation}.${name}`);
  }
  return found;
}

it('no table holds a name, phone or door in clear after all was done with them', async () => {
  const agent = await app.signIn({ role: 'agent' });
  const body = aCustomer({ name: '司马相如', phone: '13612345678' });
  const { customerId } = await agent.call(api.registerCustomer, { body, idempotencyKey: 'once-and-for-all' });
  const customer = await app.signIn({ role: 'customer', ownId: customerId });
  const params = { id: customerId };
  await agent.call(api.findCustomers, {
    body: { name: '司马', phone: body.phone },
    idempotencyKey: 'search',
  });
  await agent.call(api.revealContact, { params, body: { purpose: 'visit' }, idempotencyKey: 'reveal' });
  await agent.call(api.parseAddress, { body: { text: '青岛市南区香港中路10号' }, idempotencyKey: 'parse' });
  await customer.call(api.exportMyData, { params });
  await customer.call(api.eraseCustomer, { params, idempotencyKey: 'erase' });
  await app.settle();
  expect(await columnsHolding(['司马相如', '13612345678', '3号楼2单元501', '2单元'])).toEqual([]);
  // the search itself can see: what may stand in clear is found
  expect(await columnsHolding(['海情小区'])).toEqual(['customers.household.community']);
});
