import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DatabaseConnection } from '../database/connection.ts';
import { type ArchiveWriter, createArchive } from './archive-writer.ts';
import { type BackupManifest, MANIFEST_FORMAT, MANIFEST_NAME } from './backup-manifest.ts';
import { listClusterFiles, openForCopy, readControlFile, walk } from './cluster-files.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { findErrorCode } from './error-code.ts';
import { OperatorError } from './operator-error.ts';

const CONTROL_FILE = 'global/pg_control';
/** What of a data folder is not data: logs, locks, things made anew at every start. */
const NOT_DATA = /^(postgres|postgres\.new\..*|postgres-libraries|log|.*\.lock(\..*)?)$/;

export type BackupOptions = {
  dataDir: string;
  /** to the running embedded database of this data folder */
  connection: DatabaseConnection;
  /** a new file ending in .tar.gz or .tgz, or a new or empty folder */
  out: string;
  /** RFC 3339, written into the manifest */
  createdAt: string;
};

export type BackupResult = { path: string; files: number; bytes: number };

/**
 * Copies a data folder while the server works on it. The copy holds everything that was committed before the
 * copying of the database ended, and the media those rows refer to.
 */
export async function backupDataFolder(options: BackupOptions): Promise<BackupResult> {
  const folder = openDataFolder(options.dataDir);
  const path = await checkTarget(options.out, folder);
  const copy = new BackupCopy(await createArchive(path));
  try {
    const range = await copyCluster(folder, options.connection, copy);
    // after the database: media only ever come before the rows that refer to them
    await copyRest(folder, copy);
    await copy.finish({ format: MANIFEST_FORMAT, createdAt: options.createdAt, ...range });
  } catch (error) {
    await copy.archive.abandon();
    throw error;
  }
  return { path, files: copy.fileCount, bytes: copy.bytes };
}

async function checkTarget(out: string, folder: DataFolder): Promise<string> {
  const path = resolve(out);
  if (`${path}${sep}`.startsWith(folder.root + sep)) {
    throw new OperatorError(`The backup can't be written into the data folder itself (${path}).`);
  }
  if (await isTaken(path))
    throw new OperatorError(`${path} exists already: name a new file or folder with --out.`);
  return path;
}

async function isTaken(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory() || (await readdir(path)).length > 0;
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** PostgreSQL's own protocol for copying its files under way, from `pg_backup_start` to `pg_backup_stop`. */
async function copyCluster(
  folder: DataFolder,
  connection: DatabaseConnection,
  copy: BackupCopy,
): Promise<{ startLsn: string; stopLsn: string }> {
  const client = new Client({ ...connection, application_name: 'firstfix backup' });
  await client.connect();
  try {
    await keepLog(client);
    const start = await queryOne(client, `select lsn, pg_walfile_name(lsn) as segment ${BACKUP_START}`);
    await copyClusterFiles(folder, copy);
    const stop = await queryOne(client, `select *, pg_walfile_name(lsn) as segment ${BACKUP_STOP}`);
    if (stop.spcmapfile)
      throw new OperatorError('This cluster has tablespaces of its own: use pg_basebackup.');
    await copy.addBytes('postgres/backup_label', Buffer.from(stop.labelfile ?? ''));
    await waitForFlush(client, stop.lsn ?? '');
    await copyLog(folder, copy, start.segment ?? '', stop.segment ?? '');
    return { startLsn: start.lsn ?? '', stopLsn: stop.lsn ?? '' };
  } finally {
    await client.end();
  }
}

const BACKUP_START = `from pg_backup_start('firstfix', fast => true) as lsn`;
const BACKUP_STOP = 'from pg_backup_stop(wait_for_archive => false)';

/** A slot that ends with the connection holds back the deletion of log written from now on. */
async function keepLog(client: Client): Promise<void> {
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [
    `firstfix_backup_${process.pid}`,
  ]);
}

async function queryOne(client: Client, statement: string): Promise<Record<string, string | null>> {
  const { rows } = await client.query<Record<string, string | null>>(statement);
  const [row] = rows;
  if (row === undefined) throw new Error(`no row: ${statement}`);
  return row;
}

async function copyClusterFiles(folder: DataFolder, copy: BackupCopy): Promise<void> {
  await copy.addFolder('postgres');
  for await (const { path, isFolder } of listClusterFiles(folder.cluster)) {
    if (isFolder) await copy.addFolder(`postgres/${path}`);
    else if (path !== CONTROL_FILE) await copy.addCopy(`postgres/${path}`, join(folder.cluster, path));
  }
  // last, as it tells how far the files above are
  await copy.addBytes(`postgres/${CONTROL_FILE}`, await readControlFile(join(folder.cluster, CONTROL_FILE)));
}

async function waitForFlush(client: Client, lsn: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query('select pg_current_wal_flush_lsn() >= $1::pg_lsn as done', [lsn]);
    if (rows[0]?.done === true) return;
    await sleep(20);
  }
}

/** The log from the first segment to the last: with it the copied files, taken at different moments, become one. */
async function copyLog(folder: DataFolder, copy: BackupCopy, first: string, last: string): Promise<void> {
  const names = (await readdir(join(folder.cluster, 'pg_wal'))).sort();
  const segments = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last);
  if (segments[0] !== first || segments.at(-1) !== last) {
    throw new Error(`log segments from ${first} to ${last} wanted, found ${segments.join(', ')}`);
  }
  const histories = names.filter((name) => name.endsWith('.history'));
  for (const name of [...segments, ...histories]) {
    await copy.addCopy(`postgres/pg_wal/${name}`, join(folder.cluster, 'pg_wal', name));
  }
}

async function copyRest(folder: DataFolder, copy: BackupCopy): Promise<void> {
  for (const name of await readdir(folder.root)) {
    if (NOT_DATA.test(name)) continue;
    const place = join(folder.root, name);
    if (!(await stat(place)).isDirectory()) {
      await copy.addCopy(name, place);
      continue;
    }
    await copy.addFolder(name);
    for await (const { path, isFolder } of walk(folder.root, name)) {
      if (isFolder) await copy.addFolder(path);
      else await copy.addCopy(path, join(folder.root, path));
    }
  }
}

/** An archive being written and the list of what it holds. */
class BackupCopy {
  readonly archive: ArchiveWriter;
  readonly #files: Record<string, string> = {};
  bytes = 0;

  constructor(archive: ArchiveWriter) {
    this.archive = archive;
  }

  get fileCount(): number {
    return Object.keys(this.#files).length;
  }

  async addFolder(path: string): Promise<void> {
    await this.archive.addFolder(path);
  }

  /** Copies a file; one that has gone meanwhile is left out. */
  async addCopy(path: string, source: string): Promise<void> {
    const opened = await openForCopy(source);
    if (opened !== undefined) await this.#add(path, opened.content, opened.sizeBytes);
  }

  async addBytes(path: string, bytes: Buffer): Promise<void> {
    await this.#add(path, chunkOf(bytes), bytes.length);
  }

  async finish(manifest: Omit<BackupManifest, 'files'>): Promise<void> {
    const bytes = Buffer.from(JSON.stringify({ ...manifest, files: this.#files }));
    await this.archive.addFile(MANIFEST_NAME, chunkOf(bytes), bytes.length);
    await this.archive.finish();
  }

  async #add(path: string, content: AsyncIterable<Buffer>, sizeBytes: number): Promise<void> {
    this.#files[path] = await this.archive.addFile(path, content, sizeBytes);
    this.bytes += sizeBytes;
  }
}

async function* chunkOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
