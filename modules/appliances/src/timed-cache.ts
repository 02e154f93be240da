/** Remembers one value for a short while; callers at the same time share one load. */
export class TimedCache<Value> {
  readonly #maxAgeMs: number;
  #entry: { readonly value: Promise<Value>; readonly until: number } | undefined;

  constructor(maxAgeMs: number) {
    this.#maxAgeMs = maxAgeMs;
  }

  /** A failed load, and what `keep` refuses (nothing there yet), is loaded again next time. */
  async get(load: () => Promise<Value>, keep: (value: Value) => boolean): Promise<Value> {
    const asked = performance.now();
    if (this.#entry && this.#entry.until > asked) return this.#entry.value;
    const entry = { value: load(), until: asked + this.#maxAgeMs };
    this.#entry = entry;
    let kept = false;
    try {
      const value = await entry.value;
      kept = keep(value);
      return value;
    } finally {
      if (!kept && this.#entry === entry) this.#entry = undefined;
    }
  }
}
