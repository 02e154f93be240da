import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../twin/src/main.ts', import.meta.url));

interface Job {
  readonly url: string;
  readonly cast: unknown;
  readonly args: readonly string[];
  /** CPU used so far by those who are measured. */
  readonly cpuSeconds: () => Readonly<Record<string, number>>;
}

/** What the driver reports of its timed part. */
export interface TwinReport {
  readonly lives: number;
  readonly livesPerSecond: number;
  readonly requests: number;
  readonly requestsPerLife: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** What happened how often while the city lived. */
  readonly events?: Readonly<Record<string, number>>;
  readonly failures: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly operations: Readonly<Record<string, unknown>>;
  readonly driverCpuSeconds: number;
}

/** Runs the driver of simulated people in a process of its own, measuring others over the same seconds. */
export async function runTwin(
  job: Job,
): Promise<TwinReport & { cpu: Readonly<Record<string, number>>; load: readonly number[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'firstfix-twin-'));
  try {
    const file = join(folder, 'cast.json');
    writeFileSync(file, JSON.stringify(job.cast));
    const child = spawn(process.execPath, [PROGRAM, ...job.args, '--url', job.url, '--cast', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let before = job.cpuSeconds();
    let cpu = before;
    createInterface(child.stderr).on('line', (line) => {
      if (line === 'begin') before = job.cpuSeconds();
      else if (line === 'end') cpu = differenceOf(job.cpuSeconds(), before);
      else process.stderr.write(`${line}\n`);
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`the driver ended with ${code}`);
    const report: TwinReport = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    return { ...report, cpu: { ...cpu, driver: report.driverCpuSeconds }, load: loadavg() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differenceOf(
  after: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([who, seconds]) => [who, seconds - (before[who] ?? 0)]),
  );
}
