import type { Random } from '../random.ts';

/** Skips a position now and then, so that greedy insertion is not always the same greed. */
export class Blinks {
  private readonly random: Random;
  private left = 0;
  private readonly scale: number;

  /** @param rate share of positions skipped, between 0 and 1 exclusive */
  constructor(random: Random, rate: number) {
    this.random = random;
    this.scale = 1 / Math.log(1 - rate);
    this.renew();
  }

  /** True when the position is to be skipped. The gaps are drawn, not each position: one draw per skip. */
  skip(): boolean {
    if (this.left-- > 0) return false;
    this.renew();
    return true;
  }

  private renew(): void {
    this.left = Math.min(1 << 28, Math.floor(Math.log(1 - this.random.unit()) * this.scale));
  }
}
