import { expect, it } from 'vitest';
import { isTooShort, readCallerQuestion } from '../src/desk/caller-question.ts';

it.each([
  ['13812345678', { by: 'phone', phone: '13812345678' }],
  ['+86 138-1234-5678', { by: 'phone', phone: '13812345678' }],
  ['１３８１２３４５６７８', { by: 'phone', phone: '13812345678' }],
  ['0532-88888888', { by: 'phone', phone: '053288888888' }],
  ['5678', { by: 'lastFour', lastFour: '5678' }],
  ['261122000001', { by: 'order', number: '261122000001' }],
  ['r261122000001', { by: 'request', number: 'R261122000001' }],
  [' 王小明 ', { by: 'name', name: '王小明' }],
  ['John 3', { by: 'name', name: 'John 3' }],
  ['  ', undefined],
])('“%s” is read as what a caller means by it', (typed, question) => {
  expect(readCallerQuestion(typed)).toEqual(question);
});

it.each([
  ['王', true],
  ['𠮷', true],
  ['王小', false],
  ['5678', false],
])('“%s” alone is too short to find somebody by: %s', (typed, short) => {
  const question = readCallerQuestion(typed);
  expect(question && isTooShort(question)).toBe(short);
});
