import { at } from '../flat.ts';
import type { Model } from '../model.ts';
import type { Random } from '../random.ts';

/** A way to order jobs before greedy insertion: smallest key first. */
type Rule = { readonly share: number; key(model: Model, j: number, random: Random): number };

/** Scarce skills and costly losses first more often than not; chance keeps every order possible. */
const RULES: readonly Rule[] = [
  { share: 4, key: (_model, _j, random) => random.unit() },
  { share: 4, key: (model, j, random) => random.unit() - (model.worth[j] ?? 0) },
  { share: 3, key: (model, j, random) => model.able(j).length + random.unit() },
  { share: 2, key: (model, j, random) => at(model.closes, j) - at(model.opens, j) + random.unit() },
  { share: 2, key: (model, j, random) => random.unit() - at(model.service, j) },
  { share: 1, key: (model, j, random) => at(model.closes, j) + random.unit() },
];
const SHARES = RULES.reduce((sum, rule) => sum + rule.share, 0);

/** Sorts the first `count` jobs of a list in place by a rule drawn at random. */
export class InsertionOrder {
  private readonly model: Model;
  private readonly random: Random;
  private readonly keys: Float64Array;

  constructor(model: Model, random: Random) {
    this.model = model;
    this.random = random;
    this.keys = new Float64Array(model.jobCount);
  }

  sort(jobs: Int32Array, count: number): void {
    const { model, random, keys } = this;
    const rule = this.draw();
    for (let i = 0; i < count; i++) keys[at(jobs, i)] = rule.key(model, at(jobs, i), random);
    // lists are a dozen long: sorting by insertion beats any other way
    for (let i = 1; i < count; i++) {
      const job = at(jobs, i);
      const key = keys[job] ?? 0;
      let k = i - 1;
      for (; k >= 0 && (keys[at(jobs, k)] ?? 0) > key; k--) jobs[k + 1] = at(jobs, k);
      jobs[k + 1] = job;
    }
  }

  private draw(): Rule {
    let left = this.random.unit() * SHARES;
    for (const rule of RULES) {
      left -= rule.share;
      if (left < 0) return rule;
    }
    throw new Error('shares of the rules do not add up');
  }
}
