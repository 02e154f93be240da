import type { ProductModel } from '@firstfix/catalogue';
import { isLocalDate, type LocalDate } from '@firstfix/kernel/zone';

/**
 * A coded serial number has twenty characters: nine for the product, two for the factory, one for the line, one
 * each for year (0 is 2010) and month (1 to C), two for the day, three for the sequence, one check character
 * (ISO/IEC 7064, MOD 37,36).
 */
export interface CodedSerial {
  readonly productCode: string;
  readonly factory: string;
  readonly line: string;
  readonly madeOn: LocalDate;
  readonly batch: string;
}

const CODED = /^([A-Z0-9]{9})([A-Z0-9]{2})([A-Z0-9])([A-Z0-9])([1-9A-C])(\d{2})([A-Z0-9]{3})[A-Z0-9]$/;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FREE = /^[A-Z0-9-]{6,40}$/;

/** As it is stored and compared: upper case. */
export function plainSerial(serialNumber: string): string {
  return serialNumber.trim().toUpperCase();
}

/** Reads a coded serial number; undefined when it is none: shape, date or check character are wrong. */
export function readCodedSerial(serial: string): CodedSerial | undefined {
  const match = CODED.exec(serial);
  if (!match || checkCharacterOf(serial.slice(0, -1)) !== serial.at(-1)) return undefined;
  const [, productCode = '', factory = '', line = '', year = '', month = '', day = '', sequence = ''] = match;
  const madeOn = `${2010 + DIGITS.indexOf(year)}-${String(DIGITS.indexOf(month)).padStart(2, '0')}-${day}`;
  if (!isLocalDate(madeOn)) return undefined;
  return { productCode, factory, line, madeOn, batch: `${year}${month}${day}-${sequence.slice(0, 1)}` };
}

/** ISO/IEC 7064 MOD 37,36 over digits and capital letters. Catches every single error and swapped neighbours. */
export function checkCharacterOf(characters: string): string {
  const product = [...characters].reduce((carried, character) => {
    const sum = (carried + DIGITS.indexOf(character)) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return DIGITS.charAt((37 - product) % 36);
}

/** Whether the serial number can be one of this model, and what it tells of it. */
export function fits(
  serial: string,
  model: Pick<ProductModel, 'serialFormat' | 'productCode'>,
  today: LocalDate,
): { fits: boolean; wellFormed: boolean; coded: CodedSerial | undefined } {
  if (model.serialFormat === 'free')
    return { fits: FREE.test(serial), wellFormed: FREE.test(serial), coded: undefined };
  const coded = readCodedSerial(serial);
  const wellFormed = coded !== undefined && coded.madeOn <= today;
  return { fits: wellFormed && coded?.productCode === model.productCode, wellFormed, coded };
}
