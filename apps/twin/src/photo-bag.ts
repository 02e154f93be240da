import type { Engineer } from './cast.ts';
import { takePhoto } from './photo.ts';

/** Photos on their way: sent before the command that refers to them, as phones do. */
export class PhotoBag {
  readonly #sent: string[] = [];

  /** Sends photos ahead of time, some at once. */
  async fill(count: number, senders: readonly Engineer[]): Promise<void> {
    let left = count;
    await Promise.all(
      senders.slice(0, 8).map(async ({ connection }) => {
        while (left > 0) {
          left -= 1;
          this.#sent.push(await connection.upload(takePhoto(), 'image/png'));
        }
      }),
    );
  }

  /** Hashes of photos nobody has shown yet; sent now when none are left. */
  async take(count: number, engineer: Engineer): Promise<string[]> {
    const taken = this.#sent.splice(0, count);
    while (taken.length < count) taken.push(await engineer.connection.upload(takePhoto(), 'image/png'));
    return taken;
  }
}
