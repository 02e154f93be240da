/** A job carries at most so many payloads; a lock one of them takes is held until all are done. */
export const BATCH_LIMIT = 25;

/** Payloads of one task that one job carries. */
export interface Batch<Payload> {
  readonly identifier: string;
  readonly payload: readonly Payload[];
}

/** Gathers what was found for each task into as few jobs as the limit allows, in the order it was found. */
export function batchesOf<Payload>(
  found: readonly { readonly identifier: string; readonly payload: Payload }[],
): Batch<Payload>[] {
  return [...Map.groupBy(found, ({ identifier }) => identifier)].flatMap(([identifier, each]) =>
    chunksOf(
      each.map(({ payload }) => payload),
      BATCH_LIMIT,
    ).map((payload) => ({ identifier, payload })),
  );
}

/**
 * The same payloads in rounds: within a round each is about something else, what is about the same thing keeps its
 * order from round to round. Without `about` every payload is a round of its own.
 */
export function roundsOf<Payload>(
  payloads: readonly Payload[],
  about: ((payload: Payload) => string) | undefined,
): Payload[][] {
  if (!about) return payloads.map((payload) => [payload]);
  const rounds: Payload[][] = [];
  const seen = new Map<string, number>();
  for (const payload of payloads.toSorted((a, b) => compare(about(a), about(b)))) {
    const turn = seen.get(about(payload)) ?? 0;
    seen.set(about(payload), turn + 1);
    rounds[turn] = [...(rounds[turn] ?? []), payload];
  }
  return rounds;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
