import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandUnder } from './account.ts';
import { findErrorCode } from './error-code.ts';
import type { ClusterSetup } from './init-cluster.ts';
import { OperatorError } from './operator-error.ts';
import { disarmStalePostmasterFile, findPostmaster, type Postmaster } from './postmaster-file.ts';
import { findProcess, listPostgresIn } from './processes.ts';
import { SOCKET_PORT } from './socket-folder.ts';

const POLL_MS = 10;
const RETRY_MS = 300;
/** how long leftovers of a killed server may take to go */
const LEFTOVER_PATIENCE_MS = 10_000;
const STOP_PATIENCE_MS = 60_000;
/** replaying the log after a crash reads at most `max_wal_size`, twice */
const RECOVERY_PATIENCE_MS = 600_000;

/** Starts the server of a cluster that has none and waits until it takes connections. */
export async function launchPostmaster(
  setup: ClusterSetup,
  socketFolder: string,
  logFile: string,
): Promise<Postmaster> {
  const deadline = performance.now() + LEFTOVER_PATIENCE_MS;
  await endOrphans(setup.clusterFolder);
  disarmStalePostmasterFile(setup.clusterFolder);
  removeStaleSocket(socketFolder);
  for (;;) {
    const attempt = await tryLaunch(setup, socketFolder, logFile);
    if (typeof attempt !== 'string') return attempt;
    if (!/shared memory block|another postmaster/.test(attempt) || performance.now() > deadline) {
      throw new OperatorError(`PostgreSQL could not be started: ${attempt} (see ${logFile})`);
    }
    await sleep(RETRY_MS);
  }
}

/** Waits until a starting server takes connections, or is gone (undefined). A stopping one is waited out. */
export async function waitUntilSettled(clusterFolder: string): Promise<Postmaster | undefined> {
  const started = performance.now();
  for (;;) {
    const postmaster = findPostmaster(clusterFolder);
    if (postmaster === undefined || postmaster.status === 'ready') return postmaster;
    const waitedMs = performance.now() - started;
    if (postmaster.status === 'stopping' && waitedMs > LEFTOVER_PATIENCE_MS)
      signal(postmaster.pid, 'SIGQUIT');
    if (waitedMs > RECOVERY_PATIENCE_MS) throw new Error(`PostgreSQL ${postmaster.pid} doesn't become ready`);
    await sleep(POLL_MS);
  }
}

/**
 * Ends the cluster's server: running transactions are rolled back, the memory is written out. Takes the hard way
 * after a minute, which loses nothing that was acknowledged.
 */
export async function stopPostmaster(clusterFolder: string): Promise<void> {
  const postmaster = findPostmaster(clusterFolder);
  if (postmaster === undefined) return;
  signal(postmaster.pid, 'SIGINT');
  if (await isGoneWithin(postmaster.pid, STOP_PATIENCE_MS)) return;
  signal(postmaster.pid, 'SIGQUIT');
  if (await isGoneWithin(postmaster.pid, LEFTOVER_PATIENCE_MS)) return;
  throw new OperatorError(`PostgreSQL (process ${postmaster.pid}) doesn't stop.`);
}

/** Ends the cluster's server at once; the next start replays the log. */
export function abortPostmaster(clusterFolder: string): void {
  const postmaster = findPostmaster(clusterFolder);
  if (postmaster !== undefined) signal(postmaster.pid, 'SIGQUIT');
}

/** One try: the running server, or the reason why it didn't start. */
async function tryLaunch(
  setup: ClusterSetup,
  socketFolder: string,
  logFile: string,
): Promise<Postmaster | string> {
  const logStart = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnPostmaster(setup, socketFolder, logFile);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(''));
  });
  for (;;) {
    const end = await Promise.race([ended, sleep(POLL_MS)]);
    if (end !== undefined) return end || findFatal(logFile, logStart);
    const postmaster = findPostmaster(setup.clusterFolder);
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return postmaster;
  }
}

/** In a session of its own: neither Ctrl-C in the terminal nor the end of this process reaches it. */
function spawnPostmaster(setup: ClusterSetup, socketFolder: string, logFile: string): ChildProcess {
  const args = ['-D', setup.clusterFolder, '-k', socketFolder, '-h', '', '-p', String(SOCKET_PORT)];
  const [file, words] = commandUnder(setup.account, setup.binaries.postgres, args);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(file, words, {
      detached: true,
      stdio: ['ignore', log, log],
      env: setup.binaries.env,
      ...setup.account.spawnOptions,
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function findFatal(logFile: string, logStart: number): string {
  const lines = readFileSync(logFile).subarray(logStart).toString('utf8').trim().split('\n');
  const fatal = lines.findLast((line) => /FATAL:|PANIC:|error while loading/.test(line));
  return (fatal ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC): */, '');
}

/**
 * The processes of a killed server end by themselves as soon as they look up; a long statement may keep one
 * busy. They can't do harm, but no new server starts beside them, so the slow are asked, then made to go.
 */
async function endOrphans(clusterFolder: string): Promise<void> {
  const started = performance.now();
  for (;;) {
    const orphans = listPostgresIn(clusterFolder);
    if (orphans.length === 0 || findPostmaster(clusterFolder) !== undefined) return;
    const waitedMs = performance.now() - started;
    if (waitedMs > LEFTOVER_PATIENCE_MS) return;
    if (waitedMs > 1000) for (const pid of orphans) signal(pid, waitedMs > 3000 ? 'SIGKILL' : 'SIGQUIT');
    await sleep(50);
  }
}

/** Only called while no server runs; its lock file would be misread as that of postmaster.pid could be. */
function removeStaleSocket(socketFolder: string): void {
  for (const suffix of ['', '.lock']) {
    rmSync(join(socketFolder, `.s.PGSQL.${SOCKET_PORT}${suffix}`), { force: true });
  }
}

async function isGoneWithin(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    if (findProcess(pid) === undefined) return true;
    await sleep(POLL_MS);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (findErrorCode(error) !== 'ESRCH') throw error;
  }
}
