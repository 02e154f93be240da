import { inflateRawSync } from 'node:zlib';
import type { FieldKey } from '@firstfix/contract/refusal';

type Fault = Extract<FieldKey, `workbook/${string}`>;

/** What is wrong with the archive. */
export class ZipError extends Error {
  readonly says: Fault;

  constructor(says: Fault) {
    super(says);
    this.says = says;
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly compressedBytes: number;
  readonly offset: number;
}

/** The files of a ZIP archive, unpacked as they are asked for and never beyond a limit. */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#entries = entriesOf(this.#bytes);
    } catch (error) {
      throw error instanceof RangeError ? new ZipError('workbook/cut_off') : error;
    }
  }

  /** The text of a file; undefined when there is none of that name. */
  text(name: string, maxBytes: number): string | undefined {
    const entry = this.#entries.get(name);
    return entry && this.#unpack(entry, maxBytes).toString('utf8');
  }

  #unpack({ method, compressedBytes, offset }: Entry, maxBytes: number): Buffer {
    try {
      const start =
        offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
      const packed = this.#bytes.subarray(start, start + compressedBytes);
      if (method === STORED && packed.length <= maxBytes) return packed;
      if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: maxBytes });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new ZipError(
        'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'workbook/too_large' : 'workbook/damaged',
      );
    }
    throw new ZipError('workbook/packing');
  }
}

function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new ZipError('workbook/damaged');
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    entries.set(name.replace(/^\//, ''), {
      method: bytes.readUInt16LE(at + 10),
      compressedBytes: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The directory's end stands last, before a comment perhaps. */
function findEnd(bytes: Buffer): number {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new ZipError('workbook/cut_off');
}
