import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Layer } from '@firstfix/city';

/** A layer as it goes over the wire. */
export interface MapAnswer {
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** Some 5 m: more digits would only be more to send. */
const DIGITS = 5;
/** Nearly as small as it gets, in a hundredth of the time: somebody waits while it is packed. */
const QUALITY = 6;

export async function packLayer(layer: Layer): Promise<MapAnswer> {
  const plain = Buffer.from(JSON.stringify(layer, (_, value) => shortened(value)));
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
    promisify(gzip)(plain),
  ]);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { etag, plain, br, gzip: zipped };
}

function shortened(value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(DIGITS)) : value;
}

/** Remembers the last answers asked for; those asked at once are made once. */
export class MapAnswers {
  readonly #most: number;
  readonly #answers = new Map<string, Promise<MapAnswer>>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Promise<MapAnswer>): Promise<MapAnswer> {
    const answer = this.#answers.get(key) ?? make();
    // the last asked for stands last
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}
