/** What a caller gave to be found by. */
export type CallerQuestion =
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'lastFour'; readonly lastFour: string }
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'order'; readonly number: string }
  | { readonly by: 'request'; readonly number: string };

/** A day and a sequence; telephone numbers of that length begin with 0 or a country code. */
const ORDER_NUMBER = /^[1-9]\d{11,13}$/;
const REQUEST_NUMBER = /^R\d{6,}$/i;
const COUNTRY_CODE = /^(\+|00)?86(?=1\d{10}$)/;

/** Reads what stands in the one box; nothing for nothing. */
export function readCallerQuestion(typed: string): CallerQuestion | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return undefined;
  if (REQUEST_NUMBER.test(text)) return { by: 'request', number: text.toUpperCase() };
  const digits = text.replaceAll(/[\s()-]/g, '').replace(COUNTRY_CODE, '');
  if (!/^\+?\d+$/.test(digits)) return { by: 'name', name: text };
  if (ORDER_NUMBER.test(digits)) return { by: 'order', number: digits };
  if (digits.length === 4) return { by: 'lastFour', lastFour: digits };
  return { by: 'phone', phone: digits };
}

/** Names are kept as hashes of their pairs of characters: one character alone finds nobody. */
export function isTooShort(question: CallerQuestion): boolean {
  return question.by === 'name' && [...question.name].length < 2;
}
