import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findErrorCode } from './error-code.ts';
import { isPostgresIn } from './processes.ts';

/** What PostgreSQL notes in `postmaster.pid` about the server of a cluster. */
export type Postmaster = {
  pid: number;
  port: number;
  socketFolder: string;
  status: 'starting' | 'ready' | 'stopping';
};

/** No system gives out this number, so PostgreSQL finds the noted server dead. */
const NOBODYS_PID = 2_147_483_647;

/** The living server of the cluster. */
export function findPostmaster(clusterFolder: string): Postmaster | undefined {
  const lines = readLines(clusterFolder);
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (!isPostgresIn(pid, clusterFolder)) return undefined;
  const status = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3]),
    socketFolder: lines[4] ?? '',
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  };
}

/**
 * Makes the file a killed server left behind harmless. PostgreSQL would refuse to start if the noted number
 * now belongs to any other process (usual after the restart of a container) or to a zombie. Only the number is
 * replaced: PostgreSQL still checks by the other lines that the old server's shared memory is free.
 */
export function disarmStalePostmasterFile(clusterFolder: string): void {
  const lines = readLines(clusterFolder);
  if (lines === undefined || findPostmaster(clusterFolder) !== undefined) return;
  const path = join(clusterFolder, 'postmaster.pid');
  if (lines.length < 7) rmSync(path);
  else writeFileSync(path, [NOBODYS_PID, ...lines.slice(1)].join('\n'));
}

function readLines(clusterFolder: string): string[] | undefined {
  try {
    return readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
