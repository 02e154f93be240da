import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createGunzip } from 'node:zlib';
import { isArchiveFile } from './archive-writer.ts';
import { openForCopy } from './cluster-files.ts';
import { parseTarHeader, TAR_BLOCK_BYTES } from './tar-format.ts';

/** One thing in a backup. The content of a file must be read before the next entry is asked for. */
export type ArchiveEntry =
  | { kind: 'folder'; path: string }
  | { kind: 'file'; path: string; content: AsyncIterable<Buffer> };

/** The entries of a backup, folders before what they hold, the manifest last or anywhere. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const entries = isArchiveFile(path) ? readTarFile(path) : readFolder(path, path);
  for await (const entry of entries) {
    if (/(^|\/)\.\.(\/|$)|^\//.test(entry.path))
      throw new Error(`unexpected path in a backup: ${entry.path}`);
    yield entry;
  }
}

async function* readFolder(root: string, folder: string): AsyncGenerator<ArchiveEntry> {
  for (const name of (await readdir(folder)).sort()) {
    const place = join(folder, name);
    const path = relative(root, place);
    if ((await stat(place)).isDirectory()) {
      yield { kind: 'folder', path };
      yield* readFolder(root, place);
    } else {
      const opened = await openForCopy(place);
      if (opened !== undefined) yield { kind: 'file', path, content: opened.content };
    }
  }
}

async function* readTarFile(path: string): AsyncGenerator<ArchiveEntry> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  const bytes = new ByteSource(gunzip);
  for (;;) {
    const header = parseTarHeader(await bytes.take(TAR_BLOCK_BYTES));
    if (header === undefined) return;
    if (header.isFolder) yield { kind: 'folder', path: header.path.slice(0, -1) };
    else yield { kind: 'file', path: header.path, content: bytes.stream(header.sizeBytes) };
    await bytes.take((TAR_BLOCK_BYTES - (header.sizeBytes % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES);
  }
}

/** Hands out the bytes of a stream in pieces of the sizes asked for. */
class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.stream(count)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *stream(count: number): AsyncGenerator<Buffer> {
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0) await this.#refill();
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }

  async #refill(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done) throw new Error('the tar file ends too early');
    this.#rest = next.value;
  }
}
