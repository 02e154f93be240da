import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacterOf, fits, readCodedSerial } from '../src/serial-number.ts';
import { aSerial } from './a-serial.ts';

const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const model = { serialFormat: 'coded20', productCode: 'FFA002034' } as const;

describe('a coded serial number', () => {
  it('tells product, factory, line and date', () => {
    expect(readCodedSerial(aSerial())).toEqual({
      productCode: 'FFA002034',
      factory: 'QD',
      line: '1',
      madeOn: '2025-03-01',
      batch: 'F301-0',
    });
  });

  it('has the check character of the standard', () => {
    // the example of ISO/IEC 7064 for MOD 37,36
    expect(checkCharacterOf('A12425GABC1234002')).toBe('M');
  });

  it('is found out by one wrong character', () => {
    const serial = aSerial();
    fc.assert(
      fc.property(fc.nat({ max: 19 }), fc.constantFrom(...CHARACTERS), (at, character) => {
        fc.pre(serial[at] !== character);
        expect(readCodedSerial(serial.slice(0, at) + character + serial.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('is of its model, and not of tomorrow', () => {
    expect(fits(aSerial(), model, '2026-01-01')).toMatchObject({ fits: true, wellFormed: true });
    expect(fits(aSerial('001', 'FFA003051'), model, '2026-01-01')).toMatchObject({
      fits: false,
      wellFormed: true,
    });
    expect(fits(aSerial(), model, '2025-02-28')).toMatchObject({ fits: false, wellFormed: false });
  });
});
