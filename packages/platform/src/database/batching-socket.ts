import { Socket } from 'node:net';

interface Chunk {
  readonly chunk: Uint8Array;
}

/** What Node's streams themselves say of a chunk of bytes; its types know only texts. */
const BYTES = 'buffer' as BufferEncoding;

/**
 * Statements sent without waiting for one another leave as one packet: both sides are woken once for all of them.
 * The packet goes when nothing is left to run but waiting for the network.
 */
export class BatchingSocket extends Socket {
  #holding = false;

  /** From now until the current work pauses, what is written is gathered. */
  hold(): void {
    if (this.#holding) return;
    this.#holding = true;
    this.cork();
    queueMicrotask(() => process.nextTick(() => this.#release()));
  }

  /** One buffer costs one plain write; a list of dozens would be handed to the kernel piece by piece. */
  override _writev(chunks: Chunk[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), BYTES, done);
  }

  #release(): void {
    this.#holding = false;
    this.uncork();
  }
}
