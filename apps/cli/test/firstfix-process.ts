import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../../bin/firstfix.mjs', import.meta.url));

export type Firstfix = {
  child: ChildProcess;
  /** what it has printed so far, results and remarks */
  output(): string;
  waitFor(text: string): Promise<void>;
  ended: Promise<number | null>;
};

/** Runs `firstfix` with these arguments as a process of its own. */
export function firstfix(args: string[], env: NodeJS.ProcessEnv = {}): Firstfix {
  const { DATABASE_URL: _, npm_lifecycle_event: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close').then(([code]) => code);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const waitFor = async (text: string) => {
    while (!output.includes(text)) {
      if (child.exitCode !== null) throw new Error(`ended without "${text}": ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, output: () => output, waitFor, ended };
}

/** A path for a data folder that doesn't exist yet. */
export function newDataPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstfix-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  return join(folder, 'data');
}

/** A port nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
