import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * A process that can't be mistaken for a later one with the same number: after a restart of a machine or a
 * container the same small numbers come back at once.
 */
export type ProcessIdentity = { pid: number; startedAt: string };

export type RunningProcess = ProcessIdentity & { parentPid: number; program: string };

const hasProc = process.platform === 'linux';

/**
 * The running process with this number. A zombie counts as gone: where nobody collects dead processes (a
 * container without an init) it would otherwise look alive for ever.
 */
export function findProcess(pid: number): RunningProcess | undefined {
  return hasProc ? findInProc(pid) : findByPs(pid);
}

/** Whether exactly this process, and no successor under its number, still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return findProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** The process we are. */
export function getOwnIdentity(): ProcessIdentity {
  const own = findProcess(process.pid);
  if (own === undefined) throw new Error(`process ${process.pid} can't find itself`);
  return { pid: own.pid, startedAt: own.startedAt };
}

/** Whether this process is PostgreSQL working in `folder` (where the system doesn't tell, any PostgreSQL is). */
export function isPostgresIn(pid: number, folder: string): boolean {
  if (findProcess(pid)?.program !== 'postgres') return false;
  return !hasProc || findWorkingFolder(pid) === folder;
}

/** All PostgreSQL processes working in `folder`; empty where the system doesn't tell. */
export function listPostgresIn(folder: string): number[] {
  if (!hasProc) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresIn(pid, folder));
}

function findInProc(pid: number): RunningProcess | undefined {
  const stat = readOrUndefined(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  // the program's name stands in parentheses and may itself hold spaces and parentheses
  const nameEnd = stat.lastIndexOf(')');
  const [state, parentPid, ...rest] = stat.slice(nameEnd + 2).split(' ');
  if (state === 'Z' || state === 'X') return undefined;
  return {
    pid,
    parentPid: Number(parentPid),
    program: stat.slice(stat.indexOf('(') + 1, nameEnd),
    startedAt: `${bootId()}/${rest[17]}`,
  };
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function findByPs(pid: number): RunningProcess | undefined {
  const line = readOrUndefined(() =>
    execFileSync('ps', ['-o', 'ppid=,stat=,lstart=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const match = /^\s*(\d+)\s+(\S+)\s+(\S+ +\S+ +\d+ +[\d:]+ +\d+)\s+(.*)$/.exec(line?.trimEnd() ?? '');
  if (match === null || match[2]?.startsWith('Z')) return undefined;
  return {
    pid,
    parentPid: Number(match[1]),
    startedAt: match[3] ?? '',
    program: basename(match[4] ?? ''),
  };
}

function findWorkingFolder(pid: number): string | undefined {
  return readOrUndefined(() => readlinkSync(`/proc/${pid}/cwd`));
}

/** A process may end, or belong to someone else, between two looks at it: both mean "not ours, not there". */
function readOrUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
