import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findErrorCode } from './error-code.ts';
import { getOwnIdentity, isRunning, type ProcessIdentity } from './processes.ts';

/** Who holds a lock, as noted in its file. */
export type LockHolder = ProcessIdentity & {
  /** the processes that started the holder; it ends with them */
  launchers: ProcessIdentity[];
  /** whether the holder is tidying up before its end */
  ending: boolean;
};

export type FolderLock = {
  /** Tells those who wait that it won't be long. */
  markEnding(): void;
  release(): void;
};

/**
 * Takes the lock file at `path` for this process. The holder is named in the file and checked to be alive, so
 * the lock of a killed process hinders nobody.
 */
export function tryLock(
  path: string,
  launchers: ProcessIdentity[] = [],
): { lock: FolderLock } | { holder: LockHolder } {
  const own: LockHolder = { ...getOwnIdentity(), launchers, ending: false };
  for (;;) {
    if (placeLockFile(path, own)) return { lock: lockHeldBy(own, path) };
    const holder = findHolder(path);
    if (holder !== undefined && isRunning(holder)) return { holder };
    removeStale(path);
  }
}

function lockHeldBy(own: LockHolder, path: string): FolderLock {
  return {
    markEnding: () => {
      const draft = writeDraft(path, { ...own, ending: true });
      renameSync(draft, path);
    },
    release: () => releaseLock(path, own),
  };
}

/** As tryLock, but waits up to `patienceMs` for a living holder. */
export async function waitForLock(path: string, patienceMs: number): Promise<FolderLock> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const attempt = tryLock(path);
    if ('lock' in attempt) return attempt.lock;
    if (performance.now() > deadline)
      throw new Error(`process ${attempt.holder.pid} doesn't give up the lock ${path}`);
    await sleep(50);
  }
}

/** The file appears whole or not at all: it is written under another name and linked. */
function placeLockFile(path: string, own: LockHolder): boolean {
  const draft = writeDraft(path, own);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (findErrorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(path: string, holder: LockHolder): string {
  const draft = `${path}.${holder.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

/** Who holds the lock at `path`, dead or alive. */
function findHolder(path: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Two processes may find the same dead holder: what is moved aside is looked at again, and put back if alive. */
function removeStale(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = findHolder(aside);
  if (moved !== undefined && isRunning(moved)) renameSync(aside, path);
  else rmSync(aside);
}

function releaseLock(path: string, own: LockHolder): void {
  const holder = findHolder(path);
  if (holder?.pid === own.pid && holder.startedAt === own.startedAt) rmSync(path, { force: true });
}
