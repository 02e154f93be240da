import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { keyOf, openKeyRing } from '../src/store/key-ring.ts';
import { Vault } from '../src/store/vault.ts';

const secret = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const text = fc.string({ unit: 'binary', maxLength: 80 });

describe('the vault', () => {
  it('gives back what it sealed, from that place only', () => {
    fc.assert(
      fc.property(secret, text, fc.string(), fc.string(), (key, words, place, other) => {
        fc.pre(place !== other);
        const vault = new Vault([keyOf(key)]);
        const sealed = vault.seal(words, place);
        expect(vault.open(sealed, place)).toBe(words);
        expect(() => vault.open(sealed, other)).toThrow();
      }),
    );
  });

  it('never seals a text the same way twice', () => {
    const vault = new Vault([keyOf('ab'.repeat(32))]);
    expect(vault.seal('张伟', 'a').equals(vault.seal('张伟', 'a'))).toBe(false);
  });

  it('opens nothing with another key', () => {
    fc.assert(
      fc.property(secret, secret, text, (key, other, words) => {
        fc.pre(key !== other);
        const sealed = new Vault([keyOf(key)]).seal(words, 'p');
        expect(() => new Vault([keyOf(other)]).open(sealed, 'p')).toThrow();
      }),
    );
  });

  it('notices every changed byte', () => {
    fc.assert(
      fc.property(secret, text, fc.nat(), fc.integer({ min: 1, max: 255 }), (key, words, at, change) => {
        const vault = new Vault([keyOf(key)]);
        const sealed = vault.seal(words, 'p');
        const index = at % sealed.length;
        sealed.writeUInt8(sealed.readUInt8(index) ^ change, index);
        expect(() => vault.open(sealed, 'p')).toThrow();
      }),
    );
  });

  it('reads with older keys, seals with the newest, finds with all', () => {
    fc.assert(
      fc.property(secret, secret, text, (older, newer, words) => {
        fc.pre(older !== newer);
        const before = new Vault([keyOf(older)]);
        const after = new Vault([keyOf(older), keyOf(newer)]);
        expect(after.open(before.seal(words, 'p'), 'p')).toBe(words);
        expect(() => before.open(after.seal(words, 'p'), 'p')).toThrow();
        expect(after.hashes('phone', words)).toContainEqual(before.hash('phone', words));
        expect(after.hash('phone', words)).not.toEqual(after.hash('name', words));
        expect(after.olderKeyIds).toEqual([before.keyId]);
      }),
    );
  });
});

describe('the key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstfix-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'vault.key');

  it('is made once, for its owner only, and never when it must exist', () => {
    expect(openKeyRing(folder, undefined, false)).toEqual([]);
    const made = openKeyRing(folder, undefined, true);
    expect(made).toHaveLength(1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(openKeyRing(folder, undefined, true)).toEqual(made);
  });

  it('holds retired keys before the newest; the environment’s key is newer than all', () => {
    const [first] = openKeyRing(folder, undefined, false);
    writeFileSync(path, `${readFileSync(path, 'utf8')}${'CD'.repeat(32)}\n`);
    expect(openKeyRing(folder, undefined, false)).toEqual([first, keyOf('cd'.repeat(32))]);
    expect(openKeyRing(folder, 'ef'.repeat(32), false).at(-1)).toEqual(keyOf('ef'.repeat(32)));
  });

  it('is refused with the line that is no key', () => {
    writeFileSync(path, `${'cd'.repeat(32)}\nsecret\n`);
    expect(() => openKeyRing(folder, undefined, false)).toThrow(/line 2: a key is 64 hexadecimal digits/);
  });
});
