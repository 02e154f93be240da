import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ArchiveEntry, readArchive } from './archive-reader.ts';
import { flushDisks, isArchiveFile, writeHashedFile } from './archive-writer.ts';
import { type BackupManifest, MANIFEST_FORMAT, MANIFEST_NAME } from './backup-manifest.ts';
import { findErrorCode } from './error-code.ts';
import { OperatorError } from './operator-error.ts';

export type RestoreOptions = {
  /** a backup written by `backupDataFolder` */
  from: string;
  /** a new or empty folder */
  dataDir: string;
};

/**
 * Makes a data folder from a backup. Every file is compared with the backup's list before the folder is put in
 * its place. The next start replays the log that was copied along.
 */
export async function restoreBackup(options: RestoreOptions): Promise<BackupManifest> {
  const from = resolve(options.from);
  const target = resolve(options.dataDir);
  await checkSource(from);
  await checkEmpty(target);
  // inside the target: it may be a file system of its own
  const draft = join(target, '.restoring');
  await mkdir(target, { recursive: true, mode: 0o711 });
  await mkdir(draft);
  try {
    const manifest = await unpack(from, draft);
    await flushDisks();
    await moveUp(draft, target);
    return manifest;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The cluster comes last: without it the folder does not pass for a whole one. */
async function moveUp(draft: string, target: string): Promise<void> {
  const names = (await readdir(draft)).filter((name) => name !== 'postgres');
  for (const name of [...names, 'postgres']) await rename(join(draft, name), join(target, name));
}

async function checkSource(from: string): Promise<void> {
  const found = await statOrUndefined(from);
  if (found === undefined) throw new OperatorError(`There is no backup at ${from}.`);
  if (found.isDirectory() === isArchiveFile(from))
    throw notABackup(from, 'neither a folder nor a .tar.gz file');
}

async function checkEmpty(target: string): Promise<void> {
  const found = await statOrUndefined(target);
  if (found === undefined) return;
  if (!found.isDirectory() || (await readdir(target)).length > 0) {
    throw new OperatorError(`${target} is not empty: a backup is restored into a new folder only.`);
  }
}

async function unpack(from: string, draft: string): Promise<BackupManifest> {
  const hashes = new Map<string, string>();
  const manifestPath = join(draft, MANIFEST_NAME);
  try {
    for await (const entry of readArchive(from)) {
      const hash = await writeEntry(draft, entry);
      if (hash !== undefined && entry.path !== MANIFEST_NAME) hashes.set(entry.path, hash);
    }
  } catch (error) {
    if (findErrorCode(error) === 'ENOSPC') throw error;
    throw notABackup(from, error instanceof Error ? error.message : String(error), error);
  }
  const manifest = await readManifest(manifestPath, from);
  compare(manifest, hashes, from);
  await rm(manifestPath);
  return manifest;
}

async function writeEntry(draft: string, entry: ArchiveEntry): Promise<string | undefined> {
  const place = join(draft, entry.path);
  if (entry.kind === 'file') return writeHashedFile(place, entry.content);
  await mkdir(place, { recursive: true, mode: 0o700 });
  return undefined;
}

async function readManifest(path: string, from: string): Promise<BackupManifest> {
  if ((await statOrUndefined(path)) === undefined) throw notABackup(from, `it lacks ${MANIFEST_NAME}`);
  const manifest: BackupManifest = JSON.parse(await readFile(path, 'utf8'));
  if (manifest.format !== MANIFEST_FORMAT)
    throw notABackup(from, `it has the unknown format ${manifest.format}`);
  return manifest;
}

function compare(manifest: BackupManifest, hashes: Map<string, string>, from: string): void {
  const wrong = Object.entries(manifest.files).filter(([path, hash]) => hashes.get(path) !== hash);
  const [first] = wrong;
  if (first !== undefined) throw notABackup(from, `${first[0]} is missing or changed`);
}

async function statOrUndefined(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function notABackup(from: string, reason: string, cause?: unknown): OperatorError {
  return new OperatorError(`${from} is not a whole backup: ${reason}.`, { cause });
}
