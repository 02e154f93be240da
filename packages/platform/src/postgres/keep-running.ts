import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DatabaseConnection } from '../database/connection.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';

/** as many restarts in a row as make sense before giving up */
const TRIES = 5;
const RETRY_MS = 1000;

export type Watch = {
  /** To be called before the database is stopped on purpose. */
  end(): Promise<void>;
};

export type WatchOptions = {
  /** brings the database back; the same call that started it */
  restart: () => Promise<EmbeddedPostgres>;
  /** told in one sentence when the database was lost and is back */
  report: (sentence: string) => void;
  /** called once when it can't be brought back */
  onLost: (error: unknown) => void;
};

/**
 * Watches the embedded database over an idle connection, which breaks in the same moment as the server, and
 * starts it again. The socket stays the same, so connection pools only have to connect anew.
 */
export async function keepPostgresRunning(
  connection: DatabaseConnection,
  options: WatchOptions,
): Promise<Watch> {
  let ending = false;
  let client = await watchConnection(connection, onBroken);

  function onBroken(): void {
    if (ending) return;
    revive(options).then(
      (revived) => {
        if (ending) void revived.end();
        else client = revived;
      },
      (error) => {
        if (!ending) options.onLost(error);
      },
    );
  }

  async function revive({ restart, report }: WatchOptions): Promise<Client> {
    const lostAt = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const cluster = await restart();
        const revived = await watchConnection(cluster.connection, onBroken);
        const seconds = ((performance.now() - lostAt) / 1000).toFixed(1);
        report(
          `PostgreSQL had ended unexpectedly; it runs again after ${seconds} s (process ${cluster.pid}).`,
        );
        return revived;
      } catch (error) {
        if (ending || attempt === TRIES) throw error;
        await sleep(RETRY_MS);
      }
    }
  }

  return {
    end: async () => {
      ending = true;
      await client.end();
    },
  };
}

async function watchConnection(connection: DatabaseConnection, onBroken: () => void): Promise<Client> {
  const client = new Client({ ...connection, application_name: 'firstfix watch' });
  // a broken connection reports an error and then its end; the end is what we act on
  client.on('error', () => {});
  await client.connect();
  client.once('end', onBroken);
  return client;
}
