/** One file of an archive. */
export interface ZipEntry {
  readonly path: string;
  readonly text: string;
}

/** A ZIP archive of texts, stored as they are: what a workbook needs, without a library. */
export function zip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, text } of entries) {
    const name = encoder.encode(path);
    const content = encoder.encode(text);
    const facts = [crc32(content), content.length, content.length] as const;
    const header = joined([localHeader(name, facts), name, content]);
    parts.push(header);
    directory.push(joined([directoryHeader(name, facts, offset), name]));
    offset += header.length;
  }
  const listing = joined(directory);
  return joined([...parts, listing, ending(entries.length, listing.length, offset)]);
}

const encoder = new TextEncoder();

/** CRC, then the size twice: stored files are as large inside as outside. */
type Facts = readonly [crc: number, stored: number, size: number];
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
/** The first day the format knows: the same rows make the same file. */
const DATE = 0x0021;

function localHeader(name: Uint8Array, facts: Facts): Uint8Array {
  return bytes(30, [
    [4, 0x04034b50],
    [2, VERSION],
    [2, FLAGS],
    [2, 0],
    [2, 0],
    [2, DATE],
    ...facts.map((fact) => [4, fact] as const),
    [2, name.length],
    [2, 0],
  ]);
}

function directoryHeader(name: Uint8Array, facts: Facts, offset: number): Uint8Array {
  return bytes(46, [
    [4, 0x02014b50],
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS],
    [2, 0],
    [2, 0],
    [2, DATE],
    ...facts.map((fact) => [4, fact] as const),
    [2, name.length],
    // no extra field, comment, disk or attributes
    [4, 0],
    [4, 0],
    [4, 0],
    [4, offset],
  ]);
}

function ending(count: number, length: number, offset: number): Uint8Array {
  return bytes(22, [
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, offset],
    [2, 0],
  ]);
}

/** Numbers one after the other, each so many bytes wide, the least significant first. */
function bytes(length: number, numbers: readonly (readonly [width: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  let at = 0;
  for (const [width, value] of numbers) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc32(content: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of content) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
