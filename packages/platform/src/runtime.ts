import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import type { Database } from './database/database.ts';
import type { Transactor } from './database/transact.ts';
import type { Metrics } from './http/metrics.ts';
import type { MediaStore } from './media/media-store.ts';
import type { PolicyStore } from './policy/policy-store.ts';
import type { BusinessClock } from './time/business-clock.ts';

/** What a running server stands on; modules take what they need of it. */
export interface Runtime {
  readonly config: Config;
  readonly database: Database;
  readonly transactor: Transactor;
  readonly clock: BusinessClock;
  readonly media: MediaStore;
  readonly policies: PolicyStore;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Folder of files that belong to this installation. */
  readonly dataDir: string;
}
