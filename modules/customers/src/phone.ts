import type { FieldKey } from '@firstfix/contract/refusal';

/** Why a text is no phone we can call. */
export type PhoneRefusal =
  | 'empty'
  | 'not_digits'
  | 'foreign'
  | 'service_number'
  | 'no_area_code'
  | 'not_a_phone';

export type PhoneReading =
  | { readonly kind: 'mobile' | 'land_line'; readonly phone: string }
  | { readonly kind: 'refused'; readonly reason: PhoneRefusal };

/** The words for the person who typed it. */
export const PHONE_REFUSAL_WORDS = {
  empty: 'empty/phone',
  not_digits: 'not_digits',
  foreign: 'foreign',
  service_number: 'service_number',
  no_area_code: 'no_area_code',
  not_a_phone: 'not_a_phone',
} as const satisfies Record<PhoneRefusal, FieldKey>;

const MOBILE = /^1[3-9]\d{9}$/;
/** 010 and 02x have eight digits after them, the four-digit codes seven or eight. */
const LAND_LINE = /^0(?:10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/;

/**
 * One writing for one phone: `+86 138-0013-8000`, `１３８ ００１３ ８０００` and `13800138000` are the same.
 * Land lines keep their area code with its zero.
 */
export function readPhone(text: string): PhoneReading {
  const compact = text.normalize('NFKC').replace(/[\s\-‐‑‒–—―.()·]/gu, '');
  if (compact === '') return refused('empty');
  if (!/^\+?\d+$/.test(compact)) return refused('not_digits');
  if (/^\+(?!86)|^00(?!86)/.test(compact)) return refused('foreign');
  return classify(withoutCountry(compact));
}

/** `86` in front belongs to the number only when what follows it could not be called without. */
function withoutCountry(compact: string): string {
  const national = compact.replace(/^(\+|00)86/, '');
  if (national !== compact)
    return MOBILE.test(national) || national.startsWith('0') ? national : `0${national}`;
  return /^86(1[3-9]\d{9})$/.exec(compact)?.[1] ?? compact;
}

function classify(national: string): PhoneReading {
  if (MOBILE.test(national)) return { kind: 'mobile', phone: national };
  if (LAND_LINE.test(national)) return { kind: 'land_line', phone: national };
  if (/^0?[48]00\d{7}$|^0?1\d{4}$|^0?95\d{3,4}$/.test(national)) return refused('service_number');
  if (/^[2-9]\d{6,7}$/.test(national)) return refused('no_area_code');
  return refused('not_a_phone');
}

function refused(reason: PhoneRefusal): PhoneReading {
  return { kind: 'refused', reason };
}
