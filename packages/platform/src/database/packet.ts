/** A statement takes no more values. */
export const MOST_VALUES = 65_535;

/** A value as PostgreSQL's protocol takes it: text, bytes, or nothing. */
export type WireValue = string | Buffer | null;

const SLAB_BYTES = 65_536;
/** UTF-8 needs at most so many bytes for one unit of a JavaScript string. */
const BYTES_PER_UNIT = 3;
const TEXT = 0;
const BINARY = 1;

const code = (letter: string) => letter.charCodeAt(0);
const PARSE = code('P');
const BIND = code('B');
const DESCRIBE = Buffer.from([code('D'), 0, 0, 0, 6, code('P'), 0]);
const EXECUTE = Buffer.from([code('E'), 0, 0, 0, 9, 0, 0, 0, 0, 0]);
const SYNC = Buffer.from([code('S'), 0, 0, 0, 4]);
/** At most so many bytes besides names, formats and values. */
const PARSE_BYTES = 16;
const BIND_BYTES = 16;

/** Messages to PostgreSQL, written one behind the other into one piece of memory until they are taken. */
export class Packet {
  #slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
  #begin = 0;
  #end = 0;

  /** What was written since the last time. Its bytes are never written again. */
  take(): Buffer {
    const taken = this.#slab.subarray(this.#begin, this.#end);
    this.#begin = this.#end;
    return taken;
  }

  /** Has a statement prepared under a name. */
  parse(name: string, text: string): void {
    this.#reserve(PARSE_BYTES + (name.length + text.length) * BYTES_PER_UNIT);
    const lengthAt = this.#start(PARSE);
    this.#name(name);
    this.#name(text);
    // no types of its own for the parameters
    this.#int16(0);
    this.#finish(lengthAt);
  }

  /** Gives a prepared statement its values. */
  bind(statement: string, values: readonly WireValue[]): void {
    this.#reserve(BIND_BYTES + statement.length * BYTES_PER_UNIT + values.length * 2);
    const lengthAt = this.#start(BIND);
    this.#name('');
    this.#name(statement);
    this.#formats(values);
    this.#int16(values.length);
    for (const value of values) this.#value(value);
    this.#reserve(2);
    // rows come as text, however many columns they have
    this.#int16(0);
    this.#finish(lengthAt);
  }

  /** Asks how the rows of what was bound look. */
  describe(): void {
    this.#add(DESCRIBE);
  }

  /** Runs what was bound. */
  execute(): void {
    this.#add(EXECUTE);
  }

  /** Asks for the answers. */
  sync(): void {
    this.#add(SYNC);
  }

  #add(message: Uint8Array): void {
    this.#reserve(message.length);
    this.#slab.set(message, this.#end);
    this.#end += message.length;
  }

  /** Answers where its length belongs, counted from the beginning of the packet: that may move meanwhile. */
  #start(kind: number): number {
    this.#byte(kind);
    this.#end += 4;
    return this.#end - 4 - this.#begin;
  }

  #finish(lengthAt: number): void {
    this.#slab.writeInt32BE(this.#end - this.#begin - lengthAt, this.#begin + lengthAt);
  }

  #name(name: string): void {
    this.#end += this.#slab.write(name, this.#end);
    this.#byte(0);
  }

  #formats(values: readonly WireValue[]): void {
    const formats = values.some(isBytes) ? values : [];
    this.#int16(formats.length);
    for (const value of formats) this.#int16(isBytes(value) ? BINARY : TEXT);
  }

  #value(value: WireValue): void {
    if (value === null) {
      this.#reserve(4);
      this.#int32(-1);
      return;
    }
    this.#reserve(4 + value.length * (isBytes(value) ? 1 : BYTES_PER_UNIT));
    const at = this.#end + 4;
    const size = isBytes(value) ? value.copy(this.#slab, at) : this.#slab.write(value, at);
    this.#int32(size);
    this.#end += size;
  }

  #byte(value: number): void {
    this.#slab[this.#end] = value;
    this.#end += 1;
  }

  #int16(value: number): void {
    this.#end = this.#slab.writeUInt16BE(value, this.#end);
  }

  #int32(value: number): void {
    this.#end = this.#slab.writeInt32BE(value, this.#end);
  }

  /** Room for so many more bytes: what is not taken yet moves to a fresh slab when this one is used up. */
  #reserve(size: number): void {
    if (this.#end + size <= this.#slab.length) return;
    const kept = this.#slab.subarray(this.#begin, this.#end);
    this.#slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, 2 * (kept.length + size)));
    this.#slab.set(kept);
    this.#begin = 0;
    this.#end = kept.length;
  }
}

function isBytes(value: WireValue): value is Buffer {
  return typeof value === 'object' && value !== null;
}
