import { openDatabase } from '@firstfix/platform';
import { createTestDatabase } from '@firstfix/testkit';
import { expect, it } from 'vitest';
import { NumberBlocks } from '../src/database/number-blocks.ts';

it('hands out each number once, and a lost database costs nobody who still has numbers', async () => {
  const { connection, drop } = await createTestDatabase();
  const database = openDatabase(connection, { poolSize: 2, onIdleError: () => undefined });
  const numbers = new NumberBlocks(database.pool);
  const next = () => numbers.next('orders.number_seq');
  const first = await Promise.all(Array.from({ length: 500 }, next));
  expect(new Set(first).size).toBe(500);
  await database.pool.end();
  const rest: unknown[] = [];
  let failure: unknown;
  while (failure === undefined)
    await next().then(
      (number) => rest.push(number),
      (error) => (failure = error),
    );
  expect(failure).toBeInstanceOf(Error);
  expect(new Set([...first, ...rest]).size).toBe(500 + rest.length);
  await drop();
});
