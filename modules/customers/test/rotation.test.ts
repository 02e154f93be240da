import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createCustomers } from '@firstfix/customers';
import { systemActor, type Tx } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCustomer } from './a-customer.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ties = { mayContact: async () => false, hasOpenOrder: async () => false };
const transact = <T>(work: (tx: Tx) => Promise<T>) =>
  app.runtime.transactor.transact(systemActor('test'), work);

it('a new key takes over: rows are found before, during and after, and the old key can go', async () => {
  const before = app.modules.customers;
  const { phone, ...rest } = aCustomer();
  const { customerId } = await transact((tx) => before.registerCustomer(tx, { phone, ...rest }));
  appendFileSync(join(app.runtime.dataDir, 'vault.key'), `${'5a'.repeat(32)}\n`);

  const after = await createCustomers(app.runtime, ties);
  expect(after.keyedHash('phone', phone)).toEqual(before.keyedHash('phone', phone));
  expect(await after.findByPhone(phone)).toMatchObject({ customerId });
  await expect(transact((tx) => after.registerCustomer(tx, aCustomer({ phone })))).rejects.toMatchObject({
    status: 409,
  });

  const reencrypt = after.parts.tasks.find(({ name }) => name === 'customers.reencrypt');
  if (!reencrypt) throw new Error('no task');
  for (const _ of [1, 2]) await transact((tx) => reencrypt.run(tx, {}));
  expect(await app.rows('select count(distinct key_id)::int as keys from customers.vault_key')).toEqual([
    { keys: 1 },
  ]);
  expect(await before.findByPhone(phone)).toBeUndefined();
  expect(await after.findByPhone(phone)).toMatchObject({ customerId });
  expect(await transact((tx) => after.phoneOf(tx, customerId, 'test'))).toBe(phone);
  const later = await createCustomers(app.runtime, ties);
  expect(later.keyedHash('phone', phone)).toEqual(before.keyedHash('phone', phone));
  expect(await later.maskedNames([customerId])).toEqual(new Map([[customerId, '李*']]));
});

it('refuses to start when the key is lost, instead of making strangers of customers', async () => {
  rmSync(join(app.runtime.dataDir, 'vault.key'));
  await expect(createCustomers(app.runtime, ties)).rejects.toThrow(/vault.key/);
});
