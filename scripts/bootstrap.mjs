// Installs the packages when they are missing or differ from package-lock.json; otherwise ends at once.
// Runs before start and test, so it uses nothing but Node ≥ 20 itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.firstfix-lock');

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Firstfix needs Node 20 or newer to install itself; this is ${process.version}.`);
}
const lock = readFileSync(lockFile);
const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;

if (readIfThere(stampFile) !== stamp) {
  if (!isInstalled(JSON.parse(lock.toString()))) install();
  writeStamp();
}

/** Whether someone has already run `npm ci`: npm lists what it installed in a hidden lock file. */
function isInstalled(wanted) {
  const text = readIfThere(join(modules, '.package-lock.json'));
  if (text === undefined) return false;
  const installed = JSON.parse(text).packages;
  return Object.entries(wanted.packages)
    .filter(([path]) => path.startsWith('node_modules/'))
    .every(([path, entry]) => isSame(path, entry, installed[path]));
}

function isSame(path, wanted, installed) {
  // left out on other platforms, or by --omit=dev
  if (installed === undefined) return wanted.optional === true || wanted.dev === true || wanted.peer === true;
  if (!existsSync(join(root, path))) return false;
  return installed.version === wanted.version && installed.integrity === wanted.integrity;
}

function install() {
  process.stderr.write('Installing packages, once …\n');
  const [program, ...args] = [...npmCommand(), 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, signal, error } = spawnSync(program, args, {
    cwd: root,
    // npm's own summary would only be in the way of ours
    stdio: ['ignore', 'ignore', 'inherit'],
    env: envOfOuterNode(),
  });
  if (error) fail(`Packages could not be installed: ${error.message}`);
  if (status !== 0) fail(`Packages could not be installed: npm ci ended with ${signal ?? status}.`);
}

/** The npm that runs us, under the Node that runs it: `npm ci` removes the Node in node_modules. */
function npmCommand() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm?.endsWith('npm-cli.js') && node && !node.startsWith(modules)) return [node, npm];
  return ['npm'];
}

function envOfOuterNode() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules));
  return { ...process.env, PATH: path.join(delimiter) };
}

function writeStamp() {
  try {
    writeFileSync(stampFile, stamp);
  } catch (error) {
    // packages installed by another user: they are right, only the next check takes a little longer
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
