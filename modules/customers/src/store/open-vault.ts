import { randomBytes } from 'node:crypto';
import { OperatorError, type Runtime } from '@firstfix/platform';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../tables.ts';
import { openKeyRing } from './key-ring.ts';
import { Vault } from './vault.ts';

/**
 * The vault of this installation. Refuses to start without a key that rows are sealed with: going on with a
 * new one would make known customers strangers.
 */
export async function openVault(runtime: Runtime, db: Kysely<DB>): Promise<Vault> {
  const known = await db.selectFrom('customers.vault_key').select('key_id').execute();
  const ring = openKeyRing(runtime.dataDir, runtime.config.vaultKey, known.length === 0);
  const missing = known.filter(({ key_id }) => !ring.some(({ id }) => id === key_id));
  if (missing.length > 0 || ring.length === 0) throw new OperatorError(MISSING);
  const vault = new Vault(ring);
  await db
    .insertInto('customers.vault_key')
    .values({ key_id: vault.keyId, first_used_at: sql`clock_timestamp()` })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return vault;
}

/** The key of `keyedHash`, made once, sealed with the vault's newest key. */
export async function openHashKey(db: Kysely<DB>, vault: Vault): Promise<Buffer> {
  const found = await db.selectFrom('customers.hash_key').select('key_sealed').executeTakeFirst();
  if (found) return unsealHashKey(vault, found.key_sealed);
  await db
    .insertInto('customers.hash_key')
    .values(sealHashKey(vault, randomBytes(32)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // another server may have been first
  const kept = await db.selectFrom('customers.hash_key').select('key_sealed').executeTakeFirstOrThrow();
  return unsealHashKey(vault, kept.key_sealed);
}

export function sealHashKey(vault: Vault, key: Buffer) {
  return { key_id: vault.keyId, key_sealed: vault.seal(key.toString('hex'), HASH_KEY) };
}

export function unsealHashKey(vault: Vault, sealed: Buffer): Buffer {
  return Buffer.from(vault.open(sealed, HASH_KEY), 'hex');
}

const HASH_KEY = 'hash_key';

const MISSING =
  'The key that seals the customers’ data is missing: put back vault.key of the data folder, or set FIRSTFIX_VAULT_KEY as before.';
