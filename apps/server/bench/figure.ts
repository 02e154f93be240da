/** One figure as the benches tell it: a JSON line. */
export function figure(
  name: string,
  value: number,
  unit: string,
  goal: number,
  sense: 'at least' | 'at most',
): void {
  const ok = sense === 'at least' ? value >= goal : value <= goal;
  console.log(JSON.stringify({ figure: name, value: Math.round(value * 100) / 100, unit, goal, ok }));
}

/** The value below which `share` of the values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
