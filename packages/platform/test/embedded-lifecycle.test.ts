import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../src/postgres/embedded-postgres.ts';
import { findProcess } from '../src/postgres/processes.ts';
import { makeFolder, query } from './embedded-clusters.ts';

test('makes a cluster, stops it, and finds its data at the next start', async () => {
  const dataDir = join(makeFolder(), 'data');
  const first = await startEmbeddedPostgres({ dataDir, durable: false });
  await query(first.connection, 'create table kept as select 7 as answer');
  await first.stop();
  expect(findProcess(first.pid)).toBeUndefined();
  expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();

  const second = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(second.adopted).toBe(false);
  expect(await query(second.connection, 'select answer from kept')).toEqual([{ answer: 7 }]);
  await second.stop();
});

test('runs durable, in UTF-8 and UTC, reachable through the socket only', async () => {
  const dataDir = join(makeFolder(), 'data');
  const { connection, stop } = await startEmbeddedPostgres({ dataDir });
  const settings = await query<{ name: string; setting: string }>(
    connection,
    `select name, setting from pg_settings where name in
       ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding', 'TimeZone', 'listen_addresses')`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    server_encoding: 'UTF8',
    TimeZone: 'UTC',
    listen_addresses: '',
  });
  const locale = await query(connection, 'select datlocprovider, datlocale from pg_database limit 1');
  expect(locale).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  await stop();
});

test('works below a folder only its owner may enter', async () => {
  const folder = makeFolder();
  chmodSync(folder, 0o700);
  const { connection, stop } = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false });
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stop();
});

test('works in a folder whose path is too long for a socket', async () => {
  const folder = makeFolder();
  const deep = join(folder, 'a-rather-long-name-of-a-folder'.repeat(3), 'and-one-more');
  mkdirSync(deep, { recursive: true });
  const { connection, stop } = await startEmbeddedPostgres({ dataDir: deep, durable: false });
  expect(connection.host).not.toContain(folder);
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stop();
});

test('two starts at the same time share one server', async () => {
  const dataDir = join(makeFolder(), 'data');
  const [one, two] = await Promise.all([
    startEmbeddedPostgres({ dataDir, durable: false }),
    startEmbeddedPostgres({ dataDir, durable: false }),
  ]);
  expect(one.pid).toBe(two.pid);
  expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
  await one.stop();
});

test('refuses a cluster of another PostgreSQL version in one sentence', async () => {
  const dataDir = join(makeFolder(), 'data');
  const { stop } = await startEmbeddedPostgres({ dataDir, durable: false });
  await stop();
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
    /^The data in .* was written by PostgreSQL 17, this Firstfix carries PostgreSQL 18: [^\n]*\.$/,
  );
});

test('refuses a folder with files that are no cluster', async () => {
  const dataDir = join(makeFolder(), 'data');
  mkdirSync(join(dataDir, 'postgres'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres', 'letter.txt'), 'dear');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/holds files but no PostgreSQL cluster/);
  expect(readFileSync(join(dataDir, 'postgres', 'letter.txt'), 'utf8')).toBe('dear');
});

test('tells why a server does not start', async () => {
  const dataDir = join(makeFolder(), 'data');
  const { stop } = await startEmbeddedPostgres({ dataDir, durable: false });
  await stop();
  writeFileSync(join(dataDir, 'postgres', 'postgresql.auto.conf'), "shared_buffers = 'plenty'\n");
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
    /^PostgreSQL could not be started: .*see .*postgres\.log/,
  );
});
