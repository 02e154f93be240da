#!/usr/bin/env node
// Runs the command line under a Node that can run TypeScript directly: the running one if it is new enough,
// else the pinned one from node_modules. Kept in plain JavaScript so that any Node ≥ 20 can read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = new URL('../apps/cli/src/main.ts', import.meta.url);

if (isNewEnough(process.versions.node)) await runHere();
else runUnderPinnedNode();

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

async function runHere() {
  if (!existsSync(join(root, 'node_modules'))) fail('Packages are not installed: run npm ci in', root);
  await import(main.href);
}

function runUnderPinnedNode() {
  const name = `node-${process.platform}-${process.arch}`;
  const node = join(root, 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    fail(
      `Firstfix needs Node 22.18 or newer; this is ${process.version} and ${name} is not installed in`,
      root,
    );
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    // tells the child that its parent only stands in for it
    env: { ...process.env, FIRSTFIX_WRAPPED: '1' },
  });
  // the terminal sends Ctrl-C to both; the child decides when to end. Other signals come to us alone.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(...words) {
  process.stderr.write(`${words.join(' ')}\n`);
  process.exit(1);
}
