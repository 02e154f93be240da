import type { Socket } from 'node:net';
import { Packet } from './packet.ts';

/**
 * Statements sent without waiting for one another leave as one packet: both sides are woken once for all of them.
 * The packet goes when nothing is left to run but waiting for the network.
 */
export class Outbox {
  readonly #socket: Socket;
  readonly #packet = new Packet();
  #holding = false;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** What leaves as soon as the current work pauses. */
  open(): Packet {
    if (!this.#holding) {
      this.#holding = true;
      queueMicrotask(() => process.nextTick(() => this.flush()));
    }
    return this.#packet;
  }

  /** Sends what is there, so that something else may be written behind it. */
  flush(): void {
    this.#holding = false;
    const bytes = this.#packet.take();
    // a connection that was lost meanwhile has told so by itself
    if (bytes.length > 0 && this.#socket.writable) this.#socket.write(bytes);
  }
}
