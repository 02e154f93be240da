import { availableParallelism } from 'node:os';

/** Everything the environment decides, read once. Nobody else reads `process.env`. */
export interface Config {
  /** An existing PostgreSQL 18 instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly logLevel: string;
  /** Business time is wall time for good, simulators must be chosen by name. */
  readonly production: boolean;
  /** Master key of the vault of personal data, 64 hex digits; without it one is kept in the data folder. */
  readonly vaultKey: string | undefined;
  /** How customers reach this installation, without a slash at the end; without it, as the request did. */
  readonly publicUrl: string | undefined;
  /** Transactions that run at the same time; twice as many may read beside them. */
  readonly poolSize: number;
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    databaseUrl: env.DATABASE_URL || undefined,
    logLevel: env.FIRSTFIX_LOG ?? 'info',
    production: env.FIRSTFIX_PRODUCTION === '1',
    vaultKey: readVaultKey(env.FIRSTFIX_VAULT_KEY),
    publicUrl: env.FIRSTFIX_PUBLIC_URL?.replace(/\/+$/, '') || undefined,
    poolSize: readWhole(env.FIRSTFIX_POOL_SIZE, 'FIRSTFIX_POOL_SIZE', usualPoolSize()),
  };
}

/** Two for each core: more of them wait for one another and cost the database memory and switching. */
function usualPoolSize(): number {
  return Math.min(24, Math.max(4, 2 * availableParallelism()));
}

function readWhole(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${name} must be a whole number above 0, got ${text}`);
  return value;
}

function readVaultKey(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error('FIRSTFIX_VAULT_KEY must be 64 hexadecimal digits');
  return text.toLowerCase();
}
