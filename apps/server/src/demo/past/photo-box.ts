import { createHash } from 'node:crypto';
import { toDate } from '@firstfix/kernel';
import { insertRows, type Runtime, type Tx } from '@firstfix/platform';
import { takePhoto } from '@firstfix/twin';

/** Files written side by side. */
const AT_ONCE = 8;

/** Photos of the past, no two alike. */
export class PhotoBox {
  readonly #photos = new Map<string, Buffer>();

  /** Hashes of photos nobody has shown before; their files are written by `keep`. */
  readonly take = (count: number): string[] =>
    Array.from({ length: count }, () => {
      const photo = takePhoto();
      const hash = createHash('sha256').update(photo).digest('hex');
      this.#photos.set(hash, photo);
      return hash;
    });

  /** Receives everything that was taken. */
  async keep(tx: Tx, { media }: Runtime): Promise<void> {
    const waiting = [...this.#photos.values()];
    const lane = async () => {
      for (let photo = waiting.pop(); photo; photo = waiting.pop()) await media.putQuickly(photo);
    };
    const rows = [...this.#photos].map(([hash, photo]) => ({
      hash,
      byte_size: photo.length,
      content_type: 'image/png',
      uploaded_by: 'demo',
      received_at: toDate(tx.now),
    }));
    await Promise.all([insertRows(tx, 'platform.media', rows), ...Array.from({ length: AT_ONCE }, lane)]);
  }
}
