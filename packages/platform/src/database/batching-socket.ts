import { Socket } from 'node:net';

/**
 * Statements sent without waiting for one another leave as one packet: both sides are woken once for all of them.
 * The packet goes when nothing is left to run but waiting for the network.
 */
export class BatchingSocket extends Socket {
  #held: Uint8Array[] | undefined;

  /** From now until the current work pauses, what is written is gathered. */
  hold(): void {
    if (this.#held) return;
    this.#held = [];
    queueMicrotask(() => process.nextTick(() => this.#release()));
  }

  override write(
    chunk: Uint8Array | string,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean {
    if (this.#held && typeof chunk !== 'string' && encoding === undefined) {
      this.#held.push(chunk);
      return true;
    }
    this.#release();
    return typeof encoding === 'function' ? super.write(chunk, encoding) : super.write(chunk, encoding, done);
  }

  #release(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held && held.length > 0 && this.writable) super.write(Buffer.concat(held));
  }
}
