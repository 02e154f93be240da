import { at } from './flat.ts';

/** Seeded generator (sfc32): the same seed gives the same sequence on any machine. */
export class Random {
  private readonly s: Int32Array;

  constructor(seed: number) {
    this.s = Int32Array.of(seed | 0, (seed / 4294967296) | 0, 0x9e3779b9, 1);
    for (let i = 0; i < 16; i++) this.bits();
  }

  /** The next 32 bits as a signed integer. */
  bits(): number {
    const s = this.s;
    const b = at(s, 1);
    const c = at(s, 2);
    const counter = at(s, 3);
    const sum = (at(s, 0) + b + counter) | 0;
    s[3] = counter + 1;
    s[0] = b ^ (b >>> 9);
    s[1] = (c + (c << 3)) | 0;
    s[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return (this.bits() >>> 0) / 4294967296;
  }

  /** Uniform integer in [0, count). */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }
}
