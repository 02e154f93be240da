import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbeddedPostgres } from '../src/postgres/embedded-postgres.ts';
import { tryLock } from '../src/postgres/folder-lock.ts';
import { findProcess } from '../src/postgres/processes.ts';
import { killHard, launch, makeFolder, query, stop, until } from './embedded-clusters.ts';

test('starts after the server was killed, with everything that was committed', async () => {
  const dataDir = join(makeFolder(), 'data');
  const before = await startEmbeddedPostgres({ dataDir });
  await query(before.connection, 'create table kept as select generate_series(1, 1000) as n');
  await killHard(before.pid);

  const after = await startEmbeddedPostgres({ dataDir });
  expect(after.adopted).toBe(false);
  expect(await query(after.connection, 'select sum(n)::int from kept')).toEqual([{ sum: 500_500 }]);
  await after.stop();
});

test('a statement that does not notice the end of the killed server is ended', async () => {
  const dataDir = join(makeFolder(), 'data');
  const before = await startEmbeddedPostgres({ dataDir, durable: false });
  const busy = new Client(before.connection);
  busy.on('error', () => {});
  await busy.connect();
  const endless = busy.query('select count(*) from generate_series(1, 100000000000)').catch(() => 'lost');
  await killHard(before.pid);
  const after = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(await endless).toBe('lost');
  await after.stop();
});

test('starts although the number of the killed server belongs to another process now', async () => {
  const dataDir = join(makeFolder(), 'data');
  const before = await startEmbeddedPostgres({ dataDir, durable: false });
  await killHard(before.pid);
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
    const path = join(dataDir, 'postgres', name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)));
  }
  const after = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(after.adopted).toBe(false);
  await after.stop();
});

test('starts although nobody collects the killed server', async () => {
  const dataDir = join(makeFolder(), 'data');
  await (await startEmbeddedPostgres({ dataDir, durable: false })).stop();
  const pid = await leaveZombie();
  const leftover = [pid, join(dataDir, 'postgres'), 1, 5432, join(dataDir, 'postgres'), '', '', 'ready', ''];
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), leftover.join('\n'));
  const after = await startEmbeddedPostgres({ dataDir, durable: false });
  expect(after.adopted).toBe(false);
  await after.stop();
});

test('takes over the server of a killed launcher', async () => {
  const dataDir = join(makeFolder(), 'data');
  const first = launch(dataDir);
  const { pid } = await first.nextLine();
  await killHard(first.child.pid ?? 0);

  const second = launch(dataDir);
  expect(await second.nextLine()).toMatchObject({ pid, adopted: true });
  await stop(second);
  expect(findProcess(pid)).toBeUndefined();
});

test('starts after launcher and server were killed together', async () => {
  const dataDir = join(makeFolder(), 'data');
  const first = launch(dataDir);
  const { pid, connection } = await first.nextLine();
  await query(connection, 'create table kept as select 1 as one');
  first.child.kill('SIGKILL');
  await killHard(pid);

  const second = launch(dataDir);
  const after = await second.nextLine();
  expect(after.adopted).toBe(false);
  expect(await query(after.connection, 'select one from kept')).toEqual([{ one: 1 }]);
  await stop(second);
});

test('brings a server back that dies under a running launcher', async () => {
  const dataDir = join(makeFolder(), 'data');
  const launcher = launch(dataDir);
  const { pid, connection } = await launcher.nextLine();
  await killHard(pid);
  expect((await launcher.nextLine()).sentence).toMatch(/^PostgreSQL had ended unexpectedly; it runs again/);
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stop(launcher);
});

test('reconnects when only one process of the server was killed', async () => {
  const dataDir = join(makeFolder(), 'data');
  const launcher = launch(dataDir);
  const { pid, connection } = await launcher.nextLine();
  const [victim] = await query<{ pid: number }>(connection, 'select pg_backend_pid() as pid, pg_sleep(0)');
  expect(victim).toBeDefined();
  const [writer] = await query<{ pid: number }>(
    connection,
    `select pid from pg_stat_activity where backend_type = 'walwriter'`,
  );
  process.kill(writer?.pid ?? 0, 'SIGKILL');
  expect((await launcher.nextLine()).sentence).toContain(`process ${pid}`);
  expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stop(launcher);
});

test('a lock of a killed process is free, one of a living process is held', () => {
  const path = join(makeFolder(), 'some.lock');
  const gone = { pid: process.pid, startedAt: 'long ago', launchers: [], ending: false };
  writeFileSync(path, JSON.stringify(gone));
  const taken = tryLock(path);
  if (!('lock' in taken)) throw new Error('not taken');
  expect(tryLock(path)).toMatchObject({ holder: { pid: process.pid, ending: false } });
  taken.lock.markEnding();
  expect(tryLock(path)).toMatchObject({ holder: { ending: true } });
  taken.lock.release();
  expect(tryLock(path)).toHaveProperty('lock');
});

/** A child that has ended while its parent doesn't look: the number of a process that is none any more. */
async function leaveZombie(): Promise<number> {
  const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (line) => resolve(Number(line)));
  });
  await until(() => findProcess(pid) === undefined);
  onTestFinished(() => {
    parent.kill();
  });
  return pid;
}
