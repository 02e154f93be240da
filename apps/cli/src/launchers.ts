import { findProcess, isRunning, type ProcessIdentity } from '@firstfix/platform';

const SHELLS = new Set(['sh', 'dash', 'bash', 'zsh', 'ash', 'busybox']);
const LOOK_MS = 500;

/**
 * The processes that stand between a person and us and should end together with us: the old Node that
 * `bin/firstfix.mjs` may run under, and for `npm start` npm and its shell. They can't always pass a signal on.
 */
export function listLaunchers(env: NodeJS.ProcessEnv): ProcessIdentity[] {
  const launchers: ProcessIdentity[] = [];
  let parent = findProcess(process.ppid);
  if (env.FIRSTFIX_WRAPPED !== undefined && parent !== undefined) {
    launchers.push({ pid: parent.pid, startedAt: parent.startedAt });
    parent = findProcess(parent.parentPid);
  }
  while (env.npm_lifecycle_event === 'start' && parent !== undefined) {
    launchers.push({ pid: parent.pid, startedAt: parent.startedAt });
    parent = SHELLS.has(parent.program) ? findProcess(parent.parentPid) : undefined;
  }
  return launchers;
}

/** Calls `onGone` once when one of the launchers has ended. */
export function watchLaunchers(launchers: ProcessIdentity[], onGone: () => void): void {
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(isRunning)) return;
    clearInterval(timer);
    onGone();
  }, LOOK_MS);
  timer.unref();
}
