import { createTestDatabase } from '@firstfix/testkit';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPipelined } from '../src/database/pipelined-transaction.ts';
import { type Database, openDatabase } from '../src/index.ts';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  database = openDatabase(created.connection, { poolSize: 1, onIdleError: () => undefined });
});
afterAll(async () => {
  await database.close();
  await drop();
});

describe('a prepared statement', () => {
  const text = `select n, case when n > 1 then 'many' end as word, $1::timestamptz as at from generate_series(1, $2::int) n`;

  it('reads its rows the same with and without having asked for their shape', async () => {
    const ask = async (count: number) =>
      (await database.pool.query(text, ['2026-01-01T00:00:00Z', count])).rows;
    const at = Date.UTC(2026, 0, 1);
    const expected = [
      { n: 1, word: null, at },
      { n: 2, word: 'many', at },
      { n: 3, word: 'many', at },
    ];
    for (const count of [0, 1, 3, 2]) expect(await ask(count)).toEqual(expected.slice(0, count));
  });

  it('keeps nothing of a call that failed', async () => {
    const divide = (by: number) => database.pool.query('select 10 / $1::int as tenth', [by]);
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect((await divide(5)).rows).toEqual([{ tenth: 2 }]);
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect((await divide(2)).rows).toEqual([{ tenth: 5 }]);
  });

  it('answers each of many sent at once', async () => {
    const asked = Array.from({ length: 50 }, (_, n) => n);
    const answers = await Promise.all(
      asked.map((n) => database.pool.query<{ n: number }>('select $1::int as n', [n])),
    );
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(asked);
  });

  it('refuses rows of another shape after its table has changed', async () => {
    await database.plainPool.query('create table public.changing (a int)');
    await database.plainPool.query('insert into public.changing values (1)');
    const read = () => database.pool.query('select * from public.changing where a = $1', [1]);
    expect((await read()).rows).toEqual([{ a: 1 }]);
    expect((await read()).rows).toEqual([{ a: 1 }]);
    await database.plainPool.query('alter table public.changing add column b int');
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
  });
});

describe('values', () => {
  const echo = async (type: string, value: unknown): Promise<unknown> =>
    (await database.pool.query(`select $1::${type} as value`, [value])).rows[0]?.value;

  it.each([
    ['text', '修好了 "今天" \\ \n'],
    ['text', ''],
    ['text', null],
    ['int', 7],
    ['bool', false],
    ['bytea', Buffer.from([0, 1, 255])],
    ['jsonb', { tags: ['a', null], words: '“好”' }],
    ['text[]', ['a', 'b,c', '"d"', 'e\\f', '', 'null', null]],
    ['int[]', [1, 2, 3]],
    [
      'int[]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['text[]', []],
    ['bytea[]', [Buffer.from([1, 2]), Buffer.from([])]],
  ])('of type %s come back as they went: %j', async (type, value) => {
    expect(await echo(type, value)).toEqual(value);
  });

  it.each([
    '0000-12-31T15:54:17.000Z',
    '0099-05-06T07:08:09.010Z',
    '+010000-01-01T00:00:00.000Z',
    '2026-11-22T05:04:00.123Z',
  ])('name the instant %s as the database counts years', async (text) => {
    const { rows } = await database.pool.query('select $1::timestamptz = to_timestamp($2::float8) as same', [
      new Date(text),
      Date.parse(text) / 1000,
    ]);
    expect(rows).toEqual([{ same: true }]);
  });

  it('reach the database whatever their size', async () => {
    const long = '长'.repeat(200_000);
    const [text, size] = await Promise.all([echo('text', long), echo('int', long.length)]);
    expect(text).toBe(long);
    expect(size).toBe(long.length);
  });

  it('of which one cannot be sent leave the others alone', async () => {
    const [refused, answered] = await Promise.allSettled([
      echo('timestamptz', new Date(Number.NaN)),
      echo('int', 3),
    ]);
    expect(refused.status).toBe('rejected');
    expect(answered).toEqual({ status: 'fulfilled', value: 3 });
  });

  it('that cannot be sent take their whole transaction along', async () => {
    await database.plainPool.query('create table public.kept (a int, at timestamptz)');
    const add = 'insert into public.kept values ($1, $2)';
    await expect(
      runPipelined(database.transactions, async (transaction) => {
        const write = (at: Date) => transaction.executeQuery(CompiledQuery.raw(add, [1, at]));
        await Promise.all([write(new Date(Number.NaN)), write(new Date(0))]);
        return { value: undefined, before: [], last: undefined };
      }),
    ).rejects.toThrow('Invalid time value');
    expect((await database.plainPool.query('select * from public.kept')).rows).toEqual([]);
  });
});
