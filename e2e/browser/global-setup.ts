import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClients } from '@firstfix/server';
import type { TestProject } from 'vitest/node';
import { chromiumIn } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
    clientBuilds: Awaited<ReturnType<typeof buildClients>>;
  }
}

/** The apps as they are served, and a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'firstfix-chromium-'));
  project.provide('clientBuilds', await buildClients(console.log));
  project.provide('chromium', await chromiumIn(folder));
  return () => rm(folder, { recursive: true, force: true });
}
