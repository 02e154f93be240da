/** One value of a document that is not the same in two versions of it. */
export interface Difference {
  /** `stars.5`, as one would say where it stands. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between two documents, value by value, in the order of their paths. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [old, young] = [valuesOf(before), valuesOf(after)];
  const paths = [...new Set([...old.keys(), ...young.keys()])].sort();
  return paths
    .map((path) => ({ path, before: old.get(path), after: young.get(path) }))
    .filter((one) => one.before !== one.after);
}

/** Every value of a document by its path. */
export function valuesOf(document: unknown, path = ''): Map<string, string> {
  if (typeof document !== 'object' || document === null) return new Map([[path, JSON.stringify(document)]]);
  if (Array.isArray(document))
    return new Map(document.flatMap((row, at) => [...rowOf(row, `${path}.${at}`)]));
  return new Map(
    Object.entries(document).flatMap(([key, value]) => [...valuesOf(value, path ? `${path}.${key}` : key)]),
  );
}

/** A row of plain values is read as one, like a line of a table. */
function rowOf(row: unknown, path: string): Map<string, string> {
  if (typeof row !== 'object' || row === null) return valuesOf(row, path);
  const cells = Object.entries(row);
  if (cells.some(([, value]) => typeof value === 'object' && value !== null)) return valuesOf(row, path);
  return new Map([[path, cells.map(([name, value]) => `${name} ${String(value)}`).join(' · ')]]);
}
