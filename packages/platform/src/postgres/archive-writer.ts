import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { tarEnd, tarHeader, tarPadding } from './tar-format.ts';

/** Takes the files of a backup one after the other. Nothing stands under the final name before `finish`. */
export type ArchiveWriter = {
  addFolder(path: string): Promise<void>;
  /** `content` must yield exactly `sizeBytes` bytes. Answers their SHA-256 in hex. */
  addFile(path: string, content: AsyncIterable<Buffer>, sizeBytes: number): Promise<string>;
  finish(): Promise<void>;
  /** Removes what was written so far. */
  abandon(): Promise<void>;
};

/** Whether a backup of this name is one compressed file rather than a folder. */
export function isArchiveFile(path: string): boolean {
  return /\.(tar\.gz|tgz)$/.test(path);
}

export async function createArchive(path: string): Promise<ArchiveWriter> {
  const draft = `${path}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(path), { recursive: true });
  return isArchiveFile(path) ? createTarFile(path, draft) : createFolder(path, draft);
}

async function createFolder(path: string, draft: string): Promise<ArchiveWriter> {
  await mkdir(draft, { mode: 0o700 });
  return {
    addFolder: async (name) => {
      await mkdir(join(draft, name), { recursive: true, mode: 0o700 });
    },
    addFile: (name, content) => writeHashedFile(join(draft, name), content),
    finish: async () => {
      await flushDisks();
      await rename(draft, path);
    },
    abandon: () => rm(draft, { recursive: true, force: true }),
  };
}

/** Writes a new file. Answers its SHA-256 in hex. */
export async function writeHashedFile(path: string, content: AsyncIterable<Buffer>): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of hashing(content, hash)) await file.writeFile(chunk);
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/** Once for all files: flushing thousands of small ones singly takes minutes. */
export async function flushDisks(): Promise<void> {
  await promisify(execFile)('sync');
}

function createTarFile(path: string, draft: string): ArchiveWriter {
  // the fastest level: most of the bytes are the log's and the tables', which shrink well at any level
  const gzip = createGzip({ level: 1 });
  const written = pipeline(gzip, createWriteStream(draft, { mode: 0o600, flush: true }));
  const write = (chunk: Buffer) => writeTo(gzip, chunk, written);
  // a full disk is reported by the next write
  written.catch(() => {});
  return {
    addFolder: (name) => write(tarHeader(`${name}/`, 0)),
    addFile: async (name, content, sizeBytes) => {
      const hash = createHash('sha256');
      await write(tarHeader(name, sizeBytes));
      for await (const chunk of hashing(content, hash)) await write(chunk);
      await write(tarPadding(sizeBytes));
      return hash.digest('hex');
    },
    finish: async () => {
      await write(tarEnd());
      gzip.end();
      await written;
      await rename(draft, path);
    },
    abandon: async () => {
      gzip.destroy();
      await rm(draft, { force: true });
    },
  };
}

async function writeTo(stream: Writable, chunk: Buffer, written: Promise<void>): Promise<void> {
  if (stream.destroyed) await written;
  if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), written]);
}

async function* hashing(
  content: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}
