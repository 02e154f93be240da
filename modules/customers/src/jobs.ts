import type { Task, Tx } from '@firstfix/platform';
import { openContact, openDoor, sealContact, sealDoor } from './store/contact-store.ts';
import { sealHashKey, unsealHashKey } from './store/open-vault.ts';
import type { Vault } from './store/vault.ts';
import type { DB } from './tables.ts';

const BATCH = 200;

/**
 * Seals anew, with the newest key, what older keys sealed: some rows a minute, until none is left; then the
 * older keys are forgotten and may be taken out of the key file.
 */
export function reencryptTask(vault: Vault): Task {
  return {
    name: 'customers.reencrypt',
    everySeconds: 60,
    run: async (tx) => {
      const older = vault.olderKeyIds;
      if (older.length === 0) return;
      const done = (await resealCustomers(tx, vault, older)) + (await resealHouseholds(tx, vault, older));
      if (done > 0) return;
      await resealHashKey(tx, vault, older);
      await forgetKeys(tx, older);
    },
  };
}

async function resealCustomers(tx: Tx, vault: Vault, older: readonly number[]): Promise<number> {
  const db = tx.tables<DB>();
  const rows = await db
    .selectFrom('customers.customer')
    .select(['id', 'name_sealed', 'phone_sealed'])
    .where('key_id', 'in', older)
    .limit(BATCH)
    .forUpdate()
    .execute();
  await Promise.all(
    rows.map((row) => {
      const contact = openContact(vault, row);
      const columns = contact ? sealContact(vault, row.id, contact) : { key_id: vault.keyId };
      return db.updateTable('customers.customer').set(columns).where('id', '=', row.id).execute();
    }),
  );
  return rows.length;
}

async function resealHouseholds(tx: Tx, vault: Vault, older: readonly number[]): Promise<number> {
  const db = tx.tables<DB>();
  const rows = await db
    .selectFrom('customers.household')
    .select(['id', 'door_sealed'])
    .where('key_id', 'in', older)
    .limit(BATCH)
    .forUpdate()
    .execute();
  await Promise.all(
    rows.map((row) => {
      const door = openDoor(vault, row.id, row.door_sealed);
      const sealed = door === undefined ? {} : { door_sealed: sealDoor(vault, row.id, door) };
      return db
        .updateTable('customers.household')
        .set({ key_id: vault.keyId, ...sealed })
        .where('id', '=', row.id)
        .execute();
    }),
  );
  return rows.length;
}

async function resealHashKey(tx: Tx, vault: Vault, older: readonly number[]): Promise<void> {
  const db = tx.tables<DB>();
  const row = await db
    .selectFrom('customers.hash_key')
    .select('key_sealed')
    .where('key_id', 'in', older)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  const key = unsealHashKey(vault, row.key_sealed);
  await db.updateTable('customers.hash_key').set(sealHashKey(vault, key)).execute();
}

async function forgetKeys(tx: Tx, older: readonly number[]): Promise<void> {
  await tx.tables<DB>().deleteFrom('customers.vault_key').where('key_id', 'in', older).execute();
}
