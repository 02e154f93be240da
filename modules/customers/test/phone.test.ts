import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName, maskPhone } from '../src/masks.ts';
import { nameTerms } from '../src/name-terms.ts';
import { readPhone } from '../src/phone.ts';

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

describe('reading phones', () => {
  it('knows every writing of a mobile', () => {
    fc.assert(
      fc.property(mobile, (phone) => {
        const [a, b, c] = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
        const writings = [
          phone,
          `+86${phone}`,
          `0086 ${phone}`,
          `86${phone}`,
          `+86 ${a}-${b}-${c}`,
          `（+86）${a} ${b} ${c}`,
          fullWidth(phone),
        ];
        for (const writing of writings) expect(readPhone(writing)).toEqual({ kind: 'mobile', phone });
      }),
    );
  });

  it.each([
    ['0532-8588 1234', '053285881234'],
    ['010 12345678', '01012345678'],
    ['+86 532 85881234', '053285881234'],
    ['+86-10-12345678', '01012345678'],
    ['（0371）6588123', '03716588123'],
  ])('knows the land line %s', (text, phone) => {
    expect(readPhone(text)).toEqual({ kind: 'land_line', phone });
  });

  it.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['一三八', 'not_digits'],
    ['13800138000转8', 'not_digits'],
    ['+1 415 555 0100', 'foreign'],
    ['400-699-9999', 'service_number'],
    ['95105', 'service_number'],
    ['85881234', 'no_area_code'],
    ['12800138000', 'not_a_phone'],
    ['1380013800', 'not_a_phone'],
    ['138001380000', 'not_a_phone'],
    ['010 1234567', 'not_a_phone'],
  ])('refuses %j: %s', (text, reason) => {
    expect(readPhone(text)).toEqual({ kind: 'refused', reason });
  });
});

describe('masks', () => {
  it('show the ends of a phone and the first character of a name', () => {
    expect(maskPhone('13800131234')).toBe('138****1234');
    expect(maskPhone('053285881234')).toBe('053*****1234');
    expect(maskName('张伟')).toBe('张*');
    expect(maskName(' 欧阳娜娜 ')).toBe('欧*');
    expect(maskName('𠮷田')).toBe('𠮷*');
  });
});

it('a name is found by any part of two characters or more', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 12 }), fc.nat(), fc.nat(), (name, from, length) => {
      const characters = [...name];
      const start = from % characters.length;
      const part = characters.slice(start, start + 2 + (length % characters.length)).join('');
      fc.pre(nameTerms(part).every((term) => [...term].length === 2));
      const terms = new Set(nameTerms(name));
      for (const term of nameTerms(part)) expect(terms).toContain(term);
    }),
  );
});
