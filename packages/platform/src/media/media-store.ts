import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '@firstfix/kernel';

/** Bytes by their content's SHA-256. A file that is there is whole: it is moved into place when complete. */
export interface MediaStore {
  put(bytes: Buffer): Promise<string>;
  /** The same without waiting for the disk: for files that can be made again, like those of a demo. */
  putQuickly(bytes: Buffer): Promise<string>;
  has(hash: string): Promise<boolean>;
  read(hash: string): Readable;
}

/** Keeps files under `folder/ab/<hash>`. */
export function createFileMediaStore(folder: string): MediaStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(hash);
      if (await exists(path)) return hash;
      await mkdir(dirname(path), { recursive: true });
      await writeDurably(path, bytes);
      return hash;
    },
    async putQuickly(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(hash);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
      return hash;
    },
    has: (hash) => exists(pathOf(hash)),
    read: (hash) => createReadStream(pathOf(hash)),
  };
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const draft = `${path}.${newId()}`;
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
