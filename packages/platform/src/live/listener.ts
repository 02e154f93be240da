import pg from 'pg';
import type { DatabaseConnection } from '../database/connection.ts';

/** Hears NOTIFY on its own connection and comes back after a loss. */
export interface Listener {
  stop(): Promise<void>;
}

const RETRY_MS = 1000;

export function listen(
  connection: DatabaseConnection,
  channels: Readonly<Record<string, (payload: string) => void>>,
  onLoss: (error: Error) => void,
  /** The database was away and is there again. */
  onReturn: () => void,
): Listener {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let wasThere = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...connection, keepAlive: true });
    fresh.on('error', onLoss);
    fresh.on('end', () => again());
    fresh.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
    client = fresh;
    await fresh.connect();
    for (const channel of Object.keys(channels)) await fresh.query(`listen ${channel}`);
    // what was said meanwhile is lost: everybody looks once
    for (const hear of Object.values(channels)) hear('');
    if (wasThere) onReturn();
    wasThere = true;
  }

  function again(): void {
    if (stopped || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().catch((error: Error) => {
        onLoss(error);
        again();
      });
    }, RETRY_MS);
  }

  connect().catch((error: Error) => {
    onLoss(error);
    again();
  });
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(onLoss);
    },
  };
}
