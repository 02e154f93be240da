import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const NOT_SOURCE = new Set(['node_modules', 'test', 'dist']);

/** One short name for the contents of these files and folders: the same for the same sources. */
export function hashSources(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, path, path);
  return hash.digest('hex').slice(0, 16);
}

function addPath(hash: Hash, path: string, root: string): void {
  if (statSync(path).isFile()) {
    hash.update(`${relative(root, path)}\0`).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!NOT_SOURCE.has(name)) addPath(hash, join(path, name), root);
  }
}
