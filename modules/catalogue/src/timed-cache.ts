/**
 * Remembers what was loaded for a short while, per key; callers at the same time share one load. A write in this
 * process clears it after its commit; writes of other servers are seen `maxAgeMs` later at the latest.
 */
export class TimedCache<Value> {
  readonly #maxAgeMs: number;
  readonly #maxEntries: number;
  #entries = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();

  constructor(maxAgeMs: number, maxEntries: number) {
    this.#maxAgeMs = maxAgeMs;
    this.#maxEntries = maxEntries;
  }

  get(key: string, load: () => Promise<Value>): Promise<Value> {
    const asked = performance.now();
    const known = this.#entries.get(key);
    if (known && known.until > asked) return known.value;
    if (this.#entries.size >= this.#maxEntries) this.#entries.clear();
    const value = load();
    const entry = { value, until: asked + this.#maxAgeMs };
    this.#entries.set(key, entry);
    // a failed load is not remembered; whoever asked hears of it
    value.catch(() => this.#forget(key, entry));
    return value;
  }

  /** As `get`, but what `keep` refuses (nothing there yet) is looked for again next time. */
  async getWorth(key: string, load: () => Promise<Value>, keep: (value: Value) => boolean): Promise<Value> {
    const value = await this.get(key, load);
    if (!keep(value)) this.#entries.delete(key);
    return value;
  }

  #forget(key: string, entry: unknown): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
