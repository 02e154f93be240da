import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { VaultKey } from './key-ring.ts';

const FORMAT = 1;
const KEY_ID_AT = 1;
const NONCE_AT = 5;
const TEXT_AT = 17;
const TAG_BYTES = 16;

/** Keys as objects: taking bytes for a key each time would cost four times as much. */
interface DerivedKey {
  readonly id: number;
  readonly sealing: KeyObject;
  readonly hashing: KeyObject;
}

/**
 * Seals texts with AES-256-GCM and hashes them with HMAC-SHA-256, each under a key of its own derived from the
 * newest master key; reads what older keys sealed. A sealed text is format (1 byte), key id (4), nonce (12),
 * cipher text, tag (16).
 */
export class Vault {
  readonly #keys: ReadonlyMap<number, DerivedKey>;
  readonly #newest: DerivedKey;

  /** Oldest key first. Throws `RangeError` without any. */
  constructor(ring: readonly VaultKey[]) {
    const derived = ring.map(derive);
    const newest = derived.at(-1);
    if (!newest) throw new RangeError('a vault needs a key');
    this.#newest = newest;
    this.#keys = new Map(derived.map((key) => [key.id, key]));
  }

  /** Id of the key that seals now. */
  get keyId(): number {
    return this.#newest.id;
  }

  /** Ids of the keys that only read. */
  get olderKeyIds(): number[] {
    return [...this.#keys.keys()].filter((id) => id !== this.#newest.id);
  }

  /** `place` says what the text belongs to (`customer.name:<id>`); it opens nowhere else. */
  seal(text: string, place: string): Buffer {
    const { id, sealing } = this.#newest;
    const nonce = randomBytes(TEXT_AT - NONCE_AT);
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place));
    const head = Buffer.alloc(NONCE_AT);
    head.writeUInt8(FORMAT);
    head.writeUInt32BE(id, KEY_ID_AT);
    return Buffer.concat([head, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when the key is missing, the bytes were changed or they belong to another place. */
  open(sealed: Buffer, place: string): string {
    if (sealed.length < TEXT_AT + TAG_BYTES || sealed.readUInt8() !== FORMAT)
      throw new Error('not a sealed text');
    const key = this.#keys.get(sealed.readUInt32BE(KEY_ID_AT));
    if (!key) throw new Error(`sealed with key ${sealed.readUInt32BE(KEY_ID_AT)}, which is not in the vault`);
    const decipher = createDecipheriv('aes-256-gcm', key.sealing, sealed.subarray(NONCE_AT, TEXT_AT), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG_BYTES));
    return decipher.update(sealed.subarray(TEXT_AT, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** A text's hash under the newest key; `purpose` keeps hashes of different things apart. */
  hash(purpose: string, text: string): Buffer {
    return hashWith(this.#newest, purpose, text);
  }

  /** A text's hash under every key, to find rows not yet sealed anew. */
  hashes(purpose: string, text: string): Buffer[] {
    return [...this.#keys.values()].map((key) => hashWith(key, purpose, text));
  }
}

function hashWith({ hashing }: DerivedKey, purpose: string, text: string): Buffer {
  return keyedHash(hashing, purpose, text);
}

/** HMAC-SHA-256 of a text; `purpose` keeps hashes of different things apart. */
export function keyedHash(key: Buffer | KeyObject, purpose: string, text: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest();
}

function derive({ id, secret }: VaultKey): DerivedKey {
  const part = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `firstfix ${use}`, 32)));
  return { id, sealing: part('sealing'), hashing: part('hashing') };
}
