/** Times of one operation in ms. */
export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Collects how long each operation took, and how often it was refused. */
export class Latencies {
  readonly #byOperation = new Map<string, number[]>();
  readonly #refusals = new Map<string, number>();

  readonly observe = (operation: string, milliseconds: number, status: number): void => {
    const times = this.#byOperation.get(operation);
    if (times) times.push(milliseconds);
    else this.#byOperation.set(operation, [milliseconds]);
    if (status < 400) return;
    const refusal = `${operation} ${status}`;
    this.#refusals.set(refusal, (this.#refusals.get(refusal) ?? 0) + 1);
  };

  /** Forgets what was seen so far: the warm-up. */
  clear(): void {
    this.#byOperation.clear();
    this.#refusals.clear();
  }

  get requests(): number {
    return [...this.#byOperation.values()].reduce((sum, { length }) => sum + length, 0);
  }

  summary(): { operations: Record<string, Percentiles>; refusals: Record<string, number> } {
    const operations = [...this.#byOperation].map(([name, times]) => [name, percentilesOf(times)] as const);
    return { operations: Object.fromEntries(operations), refusals: Object.fromEntries(this.#refusals) };
  }
}

/** Percentiles by nearest rank, to a hundredth of a ms. */
function percentilesOf(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
