import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** One file of a build and the ways it may be sent. */
export interface ClientFile {
  readonly path: string;
  readonly type: string;
  readonly encodings: readonly { readonly name: string; readonly path: string; readonly bytes: number }[];
  /** The name changes with the content: it may be kept for ever. */
  readonly hashed: boolean;
  readonly bytes: number;
}

/** Every file of a build by its path below the app, like `assets/index-Bq3x.js`. */
export async function readClientFiles(folder: string): Promise<ReadonlyMap<string, ClientFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = new Map<string, number>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    sizes.set(path, (await stat(path)).size);
  }
  const plain = [...sizes].filter(([path]) => !ENCODINGS.some(({ ending }) => path.endsWith(ending)));
  return new Map(
    plain.map(([path, bytes]) => [relative(folder, path), describeFile(folder, path, bytes, sizes)]),
  );
}

function describeFile(
  folder: string,
  path: string,
  bytes: number,
  sizes: ReadonlyMap<string, number>,
): ClientFile {
  const encodings = ENCODINGS.flatMap(({ name, ending }) => {
    const encoded = sizes.get(path + ending);
    return encoded === undefined || encoded >= bytes ? [] : [{ name, path: path + ending, bytes: encoded }];
  });
  return {
    path,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    encodings,
    hashed: relative(folder, path).startsWith('assets/'),
    bytes,
  };
}
