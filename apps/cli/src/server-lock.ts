import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DataFolder,
  type FolderLock,
  isRunning,
  type LockHolder,
  OperatorError,
  type ProcessIdentity,
  tryLock,
} from '@firstfix/platform';

const ENDING_PATIENCE_MS = 60_000;

/**
 * Makes this process the only one that runs Firstfix on the data folder. Waits for a former one that is just
 * ending, or will because whoever started it is gone.
 */
export async function takeServerLock(folder: DataFolder, launchers: ProcessIdentity[]): Promise<FolderLock> {
  const deadline = performance.now() + ENDING_PATIENCE_MS;
  for (;;) {
    const attempt = tryLock(folder.serverLock, launchers);
    if ('lock' in attempt) return attempt.lock;
    if (!isEnding(attempt.holder) || performance.now() > deadline) {
      throw new OperatorError(
        `Firstfix already runs on ${folder.root} (process ${attempt.holder.pid}): stop it or choose another folder with --data.`,
      );
    }
    await sleep(100);
  }
}

function isEnding(holder: LockHolder): boolean {
  return holder.ending || !holder.launchers.every(isRunning);
}
