import type { Dirent } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findErrorCode } from './error-code.ts';

/** Folders of a cluster whose content belongs to the running server alone. */
const EMPTIED = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
  'pg_wal/archive_status',
  'pg_wal/summaries',
]);

const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|backup_manifest|\.s\.PGSQL\..*|pg_internal\.init.*|pgsql_tmp.*|.*\.tmp)$/;

export type FolderEntry = { path: string; isFolder: boolean };

/** Folders and files of a running cluster that belong into a copy, by their path inside the cluster. */
export async function* listClusterFiles(clusterFolder: string): AsyncGenerator<FolderEntry> {
  for await (const entry of walk(clusterFolder, '')) {
    const parent = entry.path.includes('/') ? entry.path.slice(0, entry.path.lastIndexOf('/')) : '';
    if (!entry.isFolder && EMPTIED.has(parent)) continue;
    if (EMPTIED.has(parent) && !EMPTIED.has(entry.path)) continue;
    yield entry;
  }
}

/** Folders and regular files below `root/path`, folders before what they hold. */
export async function* walk(root: string, path: string): AsyncGenerator<FolderEntry> {
  for (const found of await listFolder(join(root, path))) {
    const inside = path === '' ? found.name : `${path}/${found.name}`;
    if (LEFT_OUT.test(found.name)) continue;
    if (found.isDirectory()) {
      yield { path: inside, isFolder: true };
      yield* walk(root, inside);
    } else if (found.isFile()) {
      yield { path: inside, isFolder: false };
    }
  }
}

/** A file opened for copying while others may write to it; undefined if it is gone by now. */
export async function openForCopy(
  path: string,
): Promise<{ sizeBytes: number; content: AsyncGenerator<Buffer> } | undefined> {
  try {
    const handle = await open(path);
    const { size } = await handle.stat();
    return { sizeBytes: size, content: readExactly(handle, size) };
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The control file is rewritten in place by checkpoints: it is read until two looks agree. */
export async function readControlFile(path: string): Promise<Buffer> {
  let before = await readWhole(path);
  for (;;) {
    await sleep(5);
    const now = await readWhole(path);
    if (now.equals(before)) return now;
    before = now;
  }
}

async function readWhole(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/**
 * Exactly the bytes the file had when it was opened. What it grows by is in the log; what it has been cut off
 * by, too, and stands here as zeros.
 */
async function* readExactly(handle: FileHandle, sizeBytes: number): AsyncGenerator<Buffer> {
  try {
    let missing = sizeBytes;
    while (missing > 0) {
      const buffer = Buffer.alloc(Math.min(missing, 256 * 1024));
      await handle.read(buffer, 0, buffer.length, sizeBytes - missing);
      missing -= buffer.length;
      yield buffer;
    }
  } finally {
    await handle.close();
  }
}

async function listFolder(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
