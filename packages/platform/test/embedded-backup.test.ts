import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import type { DatabaseConnection } from '../src/database/connection.ts';
import { backupDataFolder } from '../src/postgres/backup.ts';
import { startEmbeddedPostgres } from '../src/postgres/embedded-postgres.ts';
import { restoreBackup } from '../src/postgres/restore.ts';
import { makeFolder, query } from './embedded-clusters.ts';

// copying, packing and unpacking a thousand files, on a machine that may be busy
vi.setConfig({ testTimeout: 120_000 });

const createdAt = '2026-11-21T08:00:00Z';

/** Transfers between accounts whose sum never changes, and a log with a number for each. */
const SCHEMA = `
  create table account (id int primary key, balance int not null);
  insert into account select n, 1000 from generate_series(0, 99) n;
  create table entry (number bigserial primary key, filler text not null default repeat('x', 500));
`;

test.for(['folder', 'backup.tar.gz'])(
  'a backup under load into a %s restores to a whole database',
  async (name) => {
    const folder = makeFolder();
    const dataDir = join(folder, 'data');
    const source = await startEmbeddedPostgres({ dataDir, durable: false });
    await query(source.connection, SCHEMA);
    mkdirSync(join(dataDir, 'media', 'ab'), { recursive: true });
    writeFileSync(join(dataDir, 'media', 'ab', 'abcd'), 'picture');

    const writers = startWriters(source.connection, 3);
    await writers.waitFor(200);
    const acknowledged = writers.written();
    const out = join(folder, name);
    const result = await backupDataFolder({ dataDir, connection: source.connection, out, createdAt });
    expect(writers.written()).toBeGreaterThan(acknowledged);
    await writers.end();
    await source.stop();
    expect(result.files).toBeGreaterThan(900);
    expect(readdirSync(folder).sort()).toEqual([name, 'data'].sort());

    const restoredDir = join(folder, 'restored');
    await restoreBackup({ from: out, dataDir: restoredDir });
    expect(readdirSync(join(restoredDir, 'media', 'ab'))).toEqual(['abcd']);
    const restored = await startEmbeddedPostgres({ dataDir: restoredDir, durable: false });
    const [found] = await query<{ sum: number; entries: number }>(
      restored.connection,
      'select (select sum(balance)::int from account), (select count(*)::int as entries from entry)',
    );
    expect(found?.sum).toBe(100_000);
    expect(found?.entries).toBeGreaterThanOrEqual(acknowledged);
    await query(restored.connection, 'create extension amcheck');
    await query(restored.connection, `select bt_index_check(c, true) from unnest(${INDEXES}) c`);
    await query(restored.connection, 'insert into entry default values');
    await restored.stop();
  },
);

const INDEXES = `array['account_pkey', 'entry_pkey']::regclass[]`;

test('a damaged or unfinished backup is refused and leaves no folder behind', async () => {
  const folder = makeFolder();
  const dataDir = join(folder, 'data');
  const { connection, stop } = await startEmbeddedPostgres({ dataDir, durable: false });
  const out = join(folder, 'backup');
  await backupDataFolder({ dataDir, connection, out, createdAt });
  await expect(backupDataFolder({ dataDir, connection, out, createdAt })).rejects.toThrow(/exists already/);
  await expect(backupDataFolder({ dataDir, connection, out: join(dataDir, 'b'), createdAt })).rejects.toThrow(
    /can't be written into the data folder/,
  );
  await stop();

  const target = join(folder, 'restored');
  writeFileSync(join(out, 'postgres', 'PG_VERSION'), '19\n');
  await expect(restoreBackup({ from: out, dataDir: target })).rejects.toThrow(
    /PG_VERSION is missing or changed/,
  );
  expect(readdirSync(target)).toEqual([]);
  await expect(restoreBackup({ from: out, dataDir })).rejects.toThrow(/is not empty/);
  await expect(restoreBackup({ from: join(folder, 'none'), dataDir: target })).rejects.toThrow(
    /no backup at/,
  );
  await expect(restoreBackup({ from: dataDir, dataDir: target })).rejects.toThrow(
    /not a whole backup: it lacks/,
  );
});

type Writers = {
  written(): number;
  waitFor(count: number): Promise<void>;
  end(): Promise<void>;
};

/** Connections that move money and write log entries, one transaction after the other. */
function startWriters(connection: DatabaseConnection, count: number): Writers {
  let running = true;
  let written = 0;
  const work = async (seed: number) => {
    const client = new Client(connection);
    await client.connect();
    for (let turn = seed; running; turn += 7) {
      const [from, to] = [turn % 100, (turn * 31 + 1) % 100];
      await client.query(
        `begin;
         update account set balance = balance + case id when ${from} then -1 else 1 end
          where id in (select id from account where id in (${from}, ${to}) and ${from} <> ${to} order by id for update);
         insert into entry default values;
         commit`,
      );
      written += 1;
    }
    await client.end();
  };
  const workers = Array.from({ length: count }, (_, index) => work(index));
  const waitFor = async (target: number) => {
    while (written < target) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return {
    written: () => written,
    waitFor,
    end: async () => {
      running = false;
      await Promise.all(workers);
    },
  };
}
