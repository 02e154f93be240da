import { expect, it } from 'vitest';
import { chosenAfter, fits } from '../src/palette/moving.ts';
import { currentToasts, forget, tell } from '../src/toasts.ts';

it.each([
  ['ArrowDown', 2, 0],
  ['ArrowUp', 0, 2],
  ['PageDown', 0, 2],
  ['PageUp', 2, 0],
  ['a', 1, undefined],
])('%s from place %i of three leads to %s', (key, from, to) => {
  expect(chosenAfter(key, from, 3)).toBe(to);
});

it('moves nowhere in an empty list', () => {
  expect(chosenAfter('ArrowDown', 0, 0)).toBeUndefined();
});

it('finds words in any order and case', () => {
  expect(fits('Work orders of today', 'TODAY work')).toBe(true);
  expect(fits('Work orders', 'works')).toBe(false);
  expect(fits('工单', '')).toBe(true);
});

it('shows the last three toasts until they are forgotten', () => {
  for (const text of ['one', 'two', 'three', 'four']) tell(text);
  expect(currentToasts().map(({ text }) => text)).toEqual(['two', 'three', 'four']);
  const [first] = currentToasts();
  if (first) forget(first.id);
  expect(currentToasts().map(({ text }) => text)).toEqual(['three', 'four']);
});
