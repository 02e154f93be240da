import { readTableState, type TableState } from '@firstfix/ui/data-table/columns.ts';

/** Reads one value of a URL; `undefined` for what does not fit. */
type Reader<T> = (value: unknown) => T | undefined;

type Read<F extends Readonly<Record<string, Reader<unknown>>>> = TableState & {
  readonly [K in keyof F]?: Exclude<ReturnType<F[K]>, undefined>;
};

/** Reads a list's part of the URL: the table's own and the filters named; what it does not understand is left out. */
export function searchReader<F extends Readonly<Record<string, Reader<unknown>>>>(filters: F) {
  return (search: Record<string, unknown>): Read<F> => {
    const read = Object.entries(filters)
      .map(([name, reader]) => [name, reader(search[name])] as const)
      .filter(([, value]) => value !== undefined);
    // each name was read by its own reader
    return { ...readTableState(search), ...Object.fromEntries(read) } as Read<F>;
  };
}

/** Any words; a number typed alone comes out of the URL as a number. */
export function anyText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One of the values known. */
export function oneOf<const T extends string | number>(values: readonly T[]): Reader<T> {
  return (value) => values.find((one) => one === value);
}

/** A calendar day, `2026-11-22`. */
export function aDay(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
}
