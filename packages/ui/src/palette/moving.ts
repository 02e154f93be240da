/** The place after a key: arrows go round, Page Up and Page Down to the ends; `undefined` for keys that don't move. */
export function chosenAfter(key: string, here: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (here + 1) % count;
  if (key === 'ArrowUp') return (here + count - 1) % count;
  if (key === 'PageDown') return count - 1;
  if (key === 'PageUp') return 0;
  return undefined;
}

/** Whether everything typed stands in the words, in any order and case. */
export function fits(words: string, typed: string): boolean {
  const text = words.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}
