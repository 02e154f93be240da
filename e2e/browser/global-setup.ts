import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClients } from '@firstfix/server';
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
    clientBuilds: Awaited<ReturnType<typeof buildClients>>;
  }
}

/** The apps as they are served, and a browser: FIRSTFIX_CHROMIUM names one, else the one from npm is unpacked. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'firstfix-chromium-'));
  project.provide('clientBuilds', await buildClients(console.log));
  project.provide('chromium', process.env.FIRSTFIX_CHROMIUM ?? (await unpackChromium(folder)));
  return () => rm(folder, { recursive: true, force: true });
}

/** The package unpacks into the folder for temporary files, under names that other runs would meet. */
async function unpackChromium(folder: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
