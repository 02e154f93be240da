import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhones } from '../src/index.ts';

describe('phones in free words', () => {
  it.each([
    ['打我电话13800131234，晚上', '打我电话138****1234，晚上'],
    ['138-0013-1234', '138-****-1234'],
    ['１３８ ００１３ １２３４', '１３８ **** １２３４'],
    ['座机85881234', '座机85****34'],
    ['0532-85881234', '053*-****1234'],
    ['2026-11-21 10:30 三楼 101 房', '2026-11-21 10:30 三楼 101 房'],
    ['型号 BCD-536 3号楼2单元501', '型号 BCD-536 3号楼2单元501'],
    ['等了120分钟, 花了1999元', '等了120分钟, 花了1999元'],
  ])('%s', (words, masked) => {
    expect(maskPhones(words)).toBe(masked);
  });

  it('leave no run of seven digits in any words, and nothing to do the second time', () => {
    const piece = fc.oneof(
      fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
      fc.string({ maxLength: 5 }),
      fc.nat().map(String),
      fc.constantFrom(' ', '-', '，', '０', '9'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const masked = maskPhones(pieces.join(''));
        expect(masked).not.toMatch(/\p{Nd}{7}/u);
        expect(maskPhones(masked)).toBe(masked);
      }),
    );
  });
});
