import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BUILDS_FOLDER, CLIENT_APPS, type ClientApp, SHARED_SOURCES, sourceFolder } from './client-apps.ts';
import { hashSources } from './source-hash.ts';

/** The folder of each app's finished build. */
export type ClientBuilds = Readonly<Record<ClientApp, string>>;

const BUNDLER = join(import.meta.dirname, 'bundle-client.ts');
/** How the apps are bundled is part of what a build is made of. */
const BUNDLER_SOURCES = [BUNDLER, import.meta.filename, join(import.meta.dirname, 'compress-folder.ts')];

/**
 * Builds the apps whose sources changed since somebody built them; `report` hears one line when there is work.
 * Several starts at once may build the same: each in a folder of its own, and the first to finish gives the build.
 */
export async function buildClients(report: (line: string) => void): Promise<ClientBuilds> {
  const wanted = CLIENT_APPS.map((app) => ({ app, folder: folderOf(app) }));
  const missing = wanted.filter(({ folder }) => !existsSync(folder));
  if (missing.length > 0) {
    report(`Building ${missing.map(({ app }) => app).join(', ')}, once for these sources …`);
    await Promise.all(missing.map(({ app, folder }) => buildClient(app, folder)));
  }
  return Object.fromEntries(wanted.map(({ app, folder }) => [app, folder])) as ClientBuilds;
}

function folderOf(app: ClientApp): string {
  return join(BUILDS_FOLDER, app, hashSources([sourceFolder(app), ...SHARED_SOURCES, ...BUNDLER_SOURCES]));
}

async function buildClient(app: ClientApp, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}.unfinished`;
  await mkdir(unfinished, { recursive: true });
  try {
    // the same build whoever asks for it: tests run in another mode
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)(process.execPath, [BUNDLER, app, unfinished], { env });
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // somebody else finished the same build meanwhile
    if (!existsSync(folder)) throw error;
  }
  await forgetOlder(app, folder);
}

const KEPT_BUILDS = 4;

/** A few former builds stay: another start, or another branch, may be using them. */
async function forgetOlder(app: ClientApp, current: string): Promise<void> {
  const parent = join(BUILDS_FOLDER, app);
  const older = (await readdir(parent))
    .map((name) => join(parent, name))
    .filter((path) => path !== current && !path.endsWith('.unfinished'))
    .map((path) => ({ path, madeAt: statSync(path).mtimeMs }))
    .sort((a, b) => b.madeAt - a.madeAt);
  await Promise.all(
    older.slice(KEPT_BUILDS - 1).map(({ path }) => rm(path, { recursive: true, force: true })),
  );
}
