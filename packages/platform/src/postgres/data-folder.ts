import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { findErrorCode } from './error-code.ts';
import { OperatorError } from './operator-error.ts';

/** The places inside a data folder, all absolute and free of symbolic links. */
export type DataFolder = {
  root: string;
  cluster: string;
  media: string;
  log: string;
  /** the library links for a package folder that can't be written */
  libraries: string;
  /** held by the running server */
  serverLock: string;
  /** held for the moment in which the database is started */
  startLock: string;
};

/** The data folder at `path`, made if it isn't there. */
export function openDataFolder(path: string): DataFolder {
  const wanted = resolve(path);
  try {
    // others may pass through but not look: PostgreSQL may have to run as another user (see account.ts)
    mkdirSync(wanted, { recursive: true, mode: 0o711 });
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
    const folder = placesIn(realpathSync(wanted));
    for (const place of [folder.log, folder.media]) mkdirSync(place, { recursive: true, mode: 0o700 });
    return folder;
  } catch (error) {
    const reason = UNUSABLE[findErrorCode(error) ?? ''];
    if (reason === undefined) throw error;
    throw new OperatorError(
      `The data folder ${wanted} can't be used: ${reason} (user ${userName()}); choose another with --data or correct its owner.`,
      { cause: error },
    );
  }
}

/** The data folder a cluster stands in. */
export function placesIn(root: string): DataFolder {
  return {
    root,
    cluster: join(root, 'postgres'),
    media: join(root, 'media'),
    log: join(root, 'log'),
    libraries: join(root, 'postgres-libraries'),
    serverLock: join(root, 'server.lock'),
    startLock: join(root, 'start.lock'),
  };
}

const UNUSABLE: Record<string, string> = {
  EACCES: 'no permission to write',
  EPERM: 'no permission to write',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  ENOENT: 'it is a link that leads nowhere',
  EEXIST: 'there is a file of that name',
  ENOSPC: 'the disk is full',
};

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // a container may run under a number that has no name
    return String(process.getuid?.() ?? 'unknown');
  }
}
