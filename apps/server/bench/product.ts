import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuSecondsOf, cpuSecondsOfTree } from './cpu-seconds.ts';

const PROGRAM = fileURLToPath(new URL('../../../bin/firstfix.mjs', import.meta.url));
const START_PATIENCE_MS = 120_000;

/** The product as anybody starts it, in processes of its own on a data folder of its own. */
export interface Product {
  readonly url: string;
  readonly dataDir: string;
  cpuSeconds(): number;
  postgresCpuSeconds(): number;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** `profile` is a folder for a CPU profile of the server; with a `past` there are two weeks of history. */
export async function startProduct(options: { profile?: string; past?: boolean } = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'firstfix-bench-'));
  const dataDir = join(folder, 'data');
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const node = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [];
  const { DATABASE_URL: _, npm_lifecycle_event: __, ...env } = process.env;
  const demo = options.past ? [] : ['--fresh'];
  const args = [...node, PROGRAM, 'start', ...demo, '--data', dataDir, '--port', String(port)];
  const child = spawn(process.execPath, args, {
    env: { FIRSTFIX_LOG: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const begun = performance.now();
  await untilReady(child);
  process.stdout.write(`first start with demo data: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  const postmaster = Number(
    /\d+/.exec(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'))?.[0],
  );
  return {
    url,
    dataDir,
    cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
    postgresCpuSeconds: () => cpuSecondsOfTree(postmaster),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const deadline = performance.now() + START_PATIENCE_MS;
  while (!output.includes('Firstfix is ready')) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`it did not start: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
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
