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

  /** A failed load, and what `keep` refuses (nothing there yet), is loaded again next time. */
  get(key: string, load: () => Promise<Value>, keep: (value: Value) => boolean = always): Promise<Value> {
    const asked = performance.now();
    const known = this.#entries.get(key);
    if (known && known.until > asked) return known.value;
    if (this.#entries.size >= this.#maxEntries) this.#entries.clear();
    const entry = { value: load(), until: asked + this.#maxAgeMs };
    this.#entries.set(key, entry);
    const forget = () => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    };
    // whoever asked hears of the failure; here it only must not be remembered
    entry.value.then((value) => {
      if (!keep(value)) forget();
    }, forget);
    return entry.value;
  }

  /** Loads under way are not remembered either: they may have read what was there before. */
  clear(): void {
    this.#entries = new Map();
  }
}

function always(): boolean {
  return true;
}
