import { readFile, writeFile } from 'node:fs/promises';

/** Writes the file, or with `check` names it when it holds something else. */
export async function writeOrCompare(path: string, content: string, check: boolean): Promise<string[]> {
  if (!check) {
    await writeFile(path, content);
    return [];
  }
  const current = await readFile(path, 'utf8').catch(() => '');
  return current === content ? [] : [path];
}
