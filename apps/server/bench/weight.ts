// What a browser downloads for the first screen of each app, brotli as served, and when something is seen of it:
//   npm run bench -- weight
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildClients } from '../src/clients/build-clients.ts';
import type { ClientApp } from '../src/clients/client-apps.ts';
import { type ClientFile, readClientFiles } from '../src/clients/client-files.ts';
import { figure } from './figure.ts';
import { firstPaints } from './first-paint.ts';
import { startProduct } from './product.ts';

/** One entry of the bundler's manifest, as far as it is read here. */
interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

interface Journey {
  /** Modules of the first screens, loaded when their route is opened. */
  readonly screens: readonly string[];
  readonly goal: number;
}

const LANGUAGE = ['src/words/zh.ts', '../../packages/ui/src/words/zh.ts'];

const FIRST_SCREENS: Readonly<Record<ClientApp, Journey>> = {
  console: { screens: ['src/sign-in/sign-in-page.tsx', 'src/orders/orders-page.tsx'], goal: 420 },
  engineer: { screens: ['src/start/start-page.tsx'], goal: 240 },
  home: { screens: ['src/start/start-page.tsx', 'src/order/order-page.tsx'], goal: 160 },
};

/** Latin letters and digits, where an app brings them; Chinese comes from the system. */
const LATIN_FONT = /\/inter-latin-wght-normal-[^/]+\.woff2$/;

const builds = await buildClients((line) => process.stderr.write(`${line}\n`));
for (const [app, journey] of Object.entries(FIRST_SCREENS) as [ClientApp, Journey][]) {
  await weigh(app, journey);
}

/** Milliseconds after which people think that nothing comes. */
const PAINT_GOAL_MS = 1_000;

const product = await startProduct();
try {
  const paths = Object.keys(FIRST_SCREENS).map((app) => `/${app}`);
  for (const [path, milliseconds] of await firstPaints(product.url, paths)) {
    figure(`weight.first_paint${path.replace('/', '.')}`, milliseconds, 'ms', PAINT_GOAL_MS, 'at most');
  }
} finally {
  await product.stop();
}

async function weigh(app: ClientApp, { screens, goal }: Journey): Promise<void> {
  const files = await readClientFiles(builds[app]);
  const manifest: Record<string, Chunk> = JSON.parse(
    await readFile(join(builds[app], 'manifest.json'), 'utf8'),
  );
  const needed = new Set(['index.html']);
  for (const module of ['index.html', ...LANGUAGE, ...screens]) collect(manifest, module, needed);
  for (const path of files.keys()) if (LATIN_FONT.test(`/${path}`)) needed.add(path);
  const bytes = [...needed].reduce((sum, path) => sum + served(files.get(path), path), 0);
  figure(`weight.${app}`, bytes / 1000, 'kB', goal, 'at most');
}

/** The chunk of a module, what it imports at once, and their styles. */
function collect(manifest: Readonly<Record<string, Chunk>>, module: string, needed: Set<string>): void {
  const chunk = manifest[module];
  if (!chunk) throw new Error(`the build has no ${module}: has the screen moved?`);
  if (needed.has(chunk.file)) return;
  needed.add(chunk.file);
  for (const style of chunk.css ?? []) needed.add(style);
  for (const other of chunk.imports ?? []) collect(manifest, other, needed);
}

function served(file: ClientFile | undefined, path: string): number {
  if (!file) throw new Error(`the build has no file ${path}`);
  return file.encodings[0]?.bytes ?? file.bytes;
}
