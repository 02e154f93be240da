import { at } from './flat.ts';

/** Which technicians hold which skills, as bits. */
export class SkillBits {
  private readonly index = new Map<string, number>();
  private readonly words: number;
  private readonly held: Int32Array;

  constructor(holders: readonly (readonly string[])[]) {
    for (const skills of holders) {
      for (const skill of skills) if (!this.index.has(skill)) this.index.set(skill, this.index.size);
    }
    this.words = Math.max(1, Math.ceil(this.index.size / 32));
    this.held = new Int32Array(holders.length * this.words);
    holders.forEach((skills, holder) => {
      const bits = this.bitsOf(skills);
      if (bits) this.held.set(bits, holder * this.words);
    });
  }

  /** The skills as bits; undefined when nobody holds one of them. */
  bitsOf(skills: readonly string[]): Int32Array | undefined {
    const bits = new Int32Array(this.words);
    for (const skill of skills) {
      const i = this.index.get(skill);
      if (i === undefined) return undefined;
      bits[i >> 5] = at(bits, i >> 5) | (1 << (i & 31));
    }
    return bits;
  }

  holds(holder: number, bits: Int32Array): boolean {
    for (let w = 0; w < this.words; w++) {
      const asked = at(bits, w);
      if ((at(this.held, holder * this.words + w) & asked) !== asked) return false;
    }
    return true;
  }
}
