import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findErrorCode, OperatorError } from '@firstfix/platform';

/** One master key; its id is made of it, so that the same key is the same everywhere. */
export interface VaultKey {
  readonly id: number;
  readonly secret: Buffer;
}

const KEY_LINE = /^[0-9a-f]{64}$/i;

/**
 * The master keys of this installation, oldest first; the last one seals. The environment's key is newer than
 * those in `<dataDir>/vault.key`, one key of 64 hex digits a line. Without any key the file is made, once and only
 * if `mayCreate`.
 */
export function openKeyRing(
  dataDir: string,
  configured: string | undefined,
  mayCreate: boolean,
): readonly VaultKey[] {
  const path = join(dataDir, 'vault.key');
  const kept = readKeyFile(path);
  if (configured !== undefined)
    return [...kept.filter((secret) => secret !== configured), configured].map(keyOf);
  return (kept.length === 0 && mayCreate ? createKeyFile(path) : kept).map(keyOf);
}

export function keyOf(secret: string): VaultKey {
  const bytes = Buffer.from(secret, 'hex');
  // 31 bits, to fit the database's integer
  return { id: createHash('sha256').update(bytes).digest().readUInt32BE(0) & 0x7fff_ffff, secret: bytes };
}

/** The keys of the file, lower case; none when there is no file. */
function readKeyFile(path: string): string[] {
  const lines = readLines(path);
  const wrong = lines.findIndex((line) => !KEY_LINE.test(line));
  if (wrong >= 0) throw new OperatorError(`${path}, line ${wrong + 1}: a key is 64 hexadecimal digits.`);
  return lines.map((line) => line.toLowerCase());
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Written beside and linked into place: two servers that start at once end up with the same whole file. */
function createKeyFile(path: string): string[] {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeDurably(draft, `${randomBytes(32).toString('hex')}\n`);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (findErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  syncFolder(dirname(path));
  return readKeyFile(path);
}

/** The file's name must be as durable as its bytes: without the key everything sealed is lost. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
