import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { remark } from './terminal.ts';

const PROGRAM = fileURLToPath(new URL('../../twin/src/main.ts', import.meta.url));
/** Before people whose session ran out, or whose program failed, are signed in again. */
const AGAIN_AFTER_MS = 15_000;
const END_PATIENCE_MS = 3_000;

interface Life {
  readonly url: string;
  /** Of the installation. */
  readonly folder: string;
  /** Signs everybody in. */
  readonly cast: () => Promise<unknown>;
}

/** Runs the simulated people of the demo beside the server, again whenever they end; the answer ends them for good. */
export function letPeopleLive({ url, folder, cast }: Life): () => Promise<void> {
  const file = join(folder, 'people.json');
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let over = false;

  async function begin(): Promise<void> {
    writeFileSync(file, JSON.stringify(await cast()), { mode: 0o600 });
    if (over) return;
    child = spawn(process.execPath, [PROGRAM, 'live', '--url', url, '--cast', file], { stdio: 'ignore' });
    child.on('exit', again);
  }

  function again(): void {
    child = undefined;
    if (over) return;
    timer = setTimeout(() => begin().catch(failed), AGAIN_AFTER_MS);
    timer.unref();
  }

  function failed(error: unknown): void {
    remark(`The simulated people stay at home: ${error instanceof Error ? error.message : error}`);
    again();
  }

  begin().catch(failed);
  return async () => {
    over = true;
    clearTimeout(timer);
    if (child) await ended(child);
    rmSync(file, { force: true });
  };
}

/** In order, or by force when that takes too long. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), END_PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
