import { checkCharacterOf } from '../src/serial-number.ts';

/** A serial number of the 1.5 hp wall split, made on 2025-03-01 (year F, month 3, day 01). */
export function aSerial(sequence = '001', productCode = 'FFA002034'): string {
  const characters = `${productCode}QD1F301${sequence}`;
  return characters + checkCharacterOf(characters);
}
