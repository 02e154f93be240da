// Builds one client into a folder, in a process of its own: node bundle-client.ts <app> <folder>
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { CLIENT_APPS, PLAIN_SCHEMAS, PUBLIC_FOLDER, sourceFolder } from './client-apps.ts';
import { compressFolder } from './compress-folder.ts';

const [name, outDir] = process.argv.slice(2);
const app = CLIENT_APPS.find((known) => known === name);
if (app === undefined || outDir === undefined) throw new Error('say which app and into which folder');

const page = join(sourceFolder(app), 'index.html');
/** Stands beside the page under a name that stays: phones look there for news of it. */
const worker = join(sourceFolder(app), 'src/install/service-worker.ts');

await build({
  root: sourceFolder(app),
  base: `/${app}/`,
  configFile: false,
  publicDir: PUBLIC_FOLDER,
  logLevel: 'error',
  resolve: { alias: [{ find: /^typebox$/, replacement: PLAIN_SCHEMAS }] },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: 'manifest.json',
    // phones some years old
    target: ['chrome100', 'safari15.4', 'firefox100'],
    // the content security policy allows no data: scripts; fonts stay files that are fetched when needed
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: existsSync(worker) ? { index: page, 'service-worker': worker } : { index: page },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});
await compressFolder(outDir);
