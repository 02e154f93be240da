import type { Id } from '@firstfix/kernel';
import { nameTerms } from '../name-terms.ts';
import type { Vault } from './vault.ts';

/** How a person is called and reached, in clear. Never leaves the module but through a verb that says why. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

export interface SealedContact {
  readonly id: Id;
  readonly name_sealed: Buffer | null;
  readonly phone_sealed: Buffer | null;
}

export type SealedPhone = Omit<SealedContact, 'name_sealed'>;

/** Eight bytes of a name's pair are enough to find it and too few to be sure of it. */
const TERM_BYTES = 8;
const PHONE = 'customer.phone';
const LAST_FOUR = 'customer.last_four';
const NAME = 'customer.name';

/** The columns of a customer's row that hold a contact. */
export function sealContact(vault: Vault, id: Id, { name, phone }: Contact) {
  return {
    key_id: vault.keyId,
    name_sealed: vault.seal(name, `${NAME}:${id}`),
    phone_sealed: vault.seal(phone, `${PHONE}:${id}`),
    phone_hash: vault.hash(PHONE, phone),
    last_four_hash: vault.hash(LAST_FOUR, phone.slice(-4)),
    name_terms: nameTerms(name).map((term) => vault.hash(NAME, term).subarray(0, TERM_BYTES)),
  };
}

/** `undefined` once the customer is erased. */
export function openContact(vault: Vault, row: SealedContact): Contact | undefined {
  const name = openName(vault, row);
  const phone = openPhone(vault, row);
  return name === undefined || phone === undefined ? undefined : { name, phone };
}

export function openPhone(vault: Vault, row: SealedPhone): string | undefined {
  return row.phone_sealed === null ? undefined : vault.open(row.phone_sealed, `${PHONE}:${row.id}`);
}

export function openName(vault: Vault, row: Omit<SealedContact, 'phone_sealed'>): string | undefined {
  return row.name_sealed === null ? undefined : vault.open(row.name_sealed, `${NAME}:${row.id}`);
}

export function phoneHashes(vault: Vault, phone: string): Buffer[] {
  return vault.hashes(PHONE, phone);
}

export function lastFourHashes(vault: Vault, lastFour: string): Buffer[] {
  return vault.hashes(LAST_FOUR, lastFour);
}

/** For each key of the vault the terms a row must hold to bear this name. */
export function nameTermSets(vault: Vault, name: string): Buffer[][] {
  const byTerm = nameTerms(name).map((term) =>
    vault.hashes(NAME, term).map((hash) => hash.subarray(0, TERM_BYTES)),
  );
  const [first = []] = byTerm;
  return first.map((_, key) => byTerm.flatMap((hashes) => hashes[key] ?? []));
}

export function sealDoor(vault: Vault, householdId: Id, door: string): Buffer {
  return vault.seal(door, `household.door:${householdId}`);
}

/** `undefined` once everybody who lived there is erased. */
export function openDoor(vault: Vault, householdId: Id, sealed: Buffer | null): string | undefined {
  return sealed === null ? undefined : vault.open(sealed, `household.door:${householdId}`);
}
