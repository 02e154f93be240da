import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that are installed, built or written at run time: never part of the source. */
const notSource = new Set(['node_modules', '.git', '.firstfix', '.cache', 'dist', 'coverage']);

/** Lists the files of the source tree below `folder`, relative to `root`, in a stable order. */
export function listSourceFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !notSource.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return listSourceFiles(root, path);
      return entry.isFile() ? [path] : [];
    });
}
