/** The part of the tar format (POSIX ustar) a backup needs: regular files up to 8 GB and folders. */

export const TAR_BLOCK_BYTES = 512;
const LONGEST_NAME_BYTES = 100;
const CHECKSUM_OFFSET = 148;

export type TarEntry = { path: string; sizeBytes: number; isFolder: boolean };

/** The block before an entry's content; a name that ends in a slash makes a folder. */
export function tarHeader(name: string, sizeBytes: number): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME_BYTES) throw new Error(`name too long for a backup: ${name}`);
  const isFolder = name.endsWith('/');
  const block = Buffer.alloc(TAR_BLOCK_BYTES);
  block.write(name, 0);
  block.write(isFolder ? '0000700\0' : '0000600\0', 100);
  block.write('0000000\0'.repeat(2), 108);
  block.write(`${octal(sizeBytes, 11)}\0`, 124);
  block.write(`${octal(0, 11)}\0`, 136);
  block.write(isFolder ? '5' : '0', 156);
  block.write('ustar\x0000', 257);
  block.write(`${octal(checksum(block), 6)}\0 `, CHECKSUM_OFFSET);
  return block;
}

/** Fills the last block of a content. */
export function tarPadding(sizeBytes: number): Buffer {
  return Buffer.alloc((TAR_BLOCK_BYTES - (sizeBytes % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES);
}

/** Two empty blocks end a tar file. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * TAR_BLOCK_BYTES);
}

/** Reads a header; undefined for the empty block at the end. */
export function parseTarHeader(block: Buffer): TarEntry | undefined {
  if (block.every((byte) => byte === 0)) return undefined;
  if (parseOctal(block, CHECKSUM_OFFSET, 8) !== checksum(block)) throw new Error('the tar file is damaged');
  const path = text(block, 0, LONGEST_NAME_BYTES);
  return { path, sizeBytes: parseOctal(block, 124, 12), isFolder: path.endsWith('/') };
}

/** The sum of all bytes, with the checksum's own field counted as spaces. */
function checksum(block: Buffer): number {
  let sum = 8 * 32;
  for (const [index, byte] of block.entries()) {
    if (index < CHECKSUM_OFFSET || index >= CHECKSUM_OFFSET + 8) sum += byte;
  }
  return sum;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function parseOctal(block: Buffer, offset: number, length: number): number {
  return Number.parseInt(text(block, offset, length).trim() || '0', 8);
}

function text(block: Buffer, offset: number, length: number): string {
  const end = block.indexOf(0, offset);
  return block.toString('utf8', offset, end === -1 ? offset + length : Math.min(end, offset + length));
}
