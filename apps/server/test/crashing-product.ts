import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../../bin/firstfix.mjs', import.meta.url));
const PATIENCE_MS = 120_000;

/** `firstfix start` on a data folder, to be killed and started again. */
export interface CrashingProduct {
  readonly url: string;
  readonly dataDir: string;
  /** Kills the server as a power cut would, and starts it again. */
  crashServer(): Promise<void>;
  /** Kills PostgreSQL's first process; the server starts it again by itself. */
  crashPostgres(): Promise<void>;
  /** Kills both, and starts the server again. */
  crashBoth(): Promise<void>;
  /** What it has printed so far. */
  output(): string;
}

/** Starts it; it ends with the test. */
export async function startCrashingProduct(): Promise<CrashingProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'firstfix-crash-'));
  const dataDir = join(folder, 'data');
  const port = await findFreePort();
  let output = '';
  let child: ChildProcess | undefined;

  /** Looks again and again; a long wait is explained by what the product said last. */
  async function until(holds: () => boolean): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!holds()) {
      if (performance.now() > deadline) throw new Error(`waited too long: ${output.slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  async function start(): Promise<void> {
    const { DATABASE_URL: _, npm_lifecycle_event: __, ...env } = process.env;
    const args = [PROGRAM, 'start', '--fresh', '--data', dataDir, '--port', String(port)];
    const started = spawn(process.execPath, args, {
      env: { FIRSTFIX_LOG: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    const from = output.length;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    await until(() => {
      if (started.exitCode !== null) throw new Error(`it did not start: ${output.slice(from)}`);
      return output.includes('Firstfix is ready', from);
    });
  }

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  const postmaster = () =>
    Number(/\d+/.exec(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'))?.[0]);

  onTestFinished(async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    output: () => output,
    async crashServer() {
      await kill();
      await start();
    },
    async crashPostgres() {
      const before = postmaster();
      process.kill(before, 'SIGKILL');
      await until(() => {
        if (child?.exitCode !== null) throw new Error(`the server gave up: ${output}`);
        return isAnother(before);
      });
    },
    async crashBoth() {
      process.kill(postmaster(), 'SIGKILL');
      await kill();
      await start();
    },
  };

  /** The pid file is away for a moment. */
  function isAnother(before: number): boolean {
    try {
      const now = postmaster();
      return now > 0 && now !== before;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
