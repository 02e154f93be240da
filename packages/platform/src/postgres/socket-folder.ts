import { createHash } from 'node:crypto';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, giveTo } from './account.ts';
import { findErrorCode } from './error-code.ts';
import { OperatorError } from './operator-error.ts';

/** The system's limit for a socket's path is 104 bytes on macOS and 108 on Linux. */
const LONGEST_SOCKET_PATH_BYTES = 100;

/** Every cluster has a folder of its own for its socket, so they can all use the same number. */
export const SOCKET_PORT = 5432;

/**
 * The folder for the cluster's socket: the cluster's own (mode 0700), or one with a short name under the
 * temporary folder, likewise closed to other users.
 */
export async function prepareSocketFolder(clusterFolder: string, account: Account): Promise<string> {
  const socketPath = join(clusterFolder, `.s.PGSQL.${SOCKET_PORT}`);
  if (Buffer.byteLength(socketPath) <= LONGEST_SOCKET_PATH_BYTES) return clusterFolder;
  const name = createHash('sha256').update(clusterFolder).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `firstfix-${name}`);
  await makePrivateFolder(folder, account);
  return folder;
}

/** Removes the folder again, if it was made for the socket alone. */
export async function removeSocketFolder(socketFolder: string, clusterFolder: string): Promise<void> {
  if (socketFolder !== clusterFolder) await rm(socketFolder, { recursive: true, force: true });
}

async function makePrivateFolder(folder: string, account: Account): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await giveTo(account, folder);
  } catch (error) {
    if (findErrorCode(error) !== 'EEXIST') throw error;
  }
  // anybody may write to the temporary folder: what we find there could be a trap
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== account.userId || (found.mode & 0o077) !== 0) {
    throw new OperatorError(`${folder} is not a private folder of this user: remove it or set TMPDIR.`);
  }
}
