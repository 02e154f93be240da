/** Counts of things by name. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, times = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + times);
  }

  result(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}
