import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import type { DatabaseConnection } from '../src/database/connection.ts';
import { placesIn } from '../src/postgres/data-folder.ts';
import { abortPostmaster } from '../src/postgres/postmaster.ts';
import { findProcess } from '../src/postgres/processes.ts';

/** A number that belongs to nobody, as on every system. */
export const ORDINARY_USER = 65_534;

/** A new folder, removed at the end of the test together with the server on its `data`. */
export function makeFolder(owner?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstfix-embedded-'));
  chmodSync(folder, 0o755);
  if (owner !== undefined) chownSync(folder, owner, owner);
  onTestFinished(async () => {
    abortPostmaster(placesIn(join(folder, 'data')).cluster);
    await until(() => removed(folder));
  });
  return folder;
}

function removed(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    // the server is still writing its last files
    return false;
  }
}

export type LauncherLine = {
  pid: number;
  adopted: boolean;
  connection: DatabaseConnection;
  sentence?: string;
  refused?: string;
};

export type Launcher = { child: ChildProcess; nextLine(): Promise<LauncherLine> };

/** Runs `embedded-launcher.ts` on a data folder. */
export function launch(dataDir: string, options: SpawnOptions = {}): Launcher {
  const program = fileURLToPath(new URL('./embedded-launcher.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  if (child.stdout === null) throw new Error('no output to read');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async () => JSON.parse((await lines.next()).value ?? '{}');
  return { child, nextLine };
}

export async function stop(launcher: Launcher): Promise<void> {
  const ended = once(launcher.child, 'exit');
  launcher.child.kill('SIGTERM');
  await ended;
}

/** Kills the process as the kernel would, and waits until it is gone. */
export async function killHard(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await until(() => findProcess(pid) === undefined);
}

export async function query<Row extends object>(
  connection: DatabaseConnection,
  statement: string,
): Promise<Row[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

export async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
