import type { AddressCandidate, AddressInput } from '@firstfix/contract/customers/schemas';
import { fieldError, invalidField, invalidFields } from '@firstfix/contract/refusal';
import { type DomainError, maskPhones } from '@firstfix/kernel';
import { readAddress } from './address.ts';
import { splitRest } from './address-rest.ts';
import type { Division } from './gazetteer.ts';

/** A home's address as it is stored: `door` sealed, the rest in clear. */
export interface HomeAddress {
  readonly districtCode: string;
  readonly community: string;
  readonly door: string;
}

const ADDRESS_REFUSAL_WORDS = {
  empty: 'empty/address',
  no_division: 'no_division',
  no_district: 'no_district',
} as const;

/** Longer names would not fit on an order. */
const LONGEST_COMMUNITY = 80;

/** Parts given as they are, the others read from the text. 422 when the text leaves the district open. */
export function resolveAddress(input: AddressInput, gazetteer: readonly Division[]): HomeAddress {
  const found = input.text === undefined ? undefined : readText(input.text, input.districtCode, gazetteer);
  const districtCode = input.districtCode ?? found?.districtCode;
  if (districtCode === undefined) throw invalidField('/address/districtCode', 'required/district');
  const community = maskPhones((input.community ?? found?.community ?? '').trim());
  if (community === '' || community.length > LONGEST_COMMUNITY) {
    throw invalidField('/address/community', 'required/community');
  }
  return { districtCode, community, door: (input.door ?? found?.door ?? '').trim() };
}

interface FoundAddress {
  readonly districtCode?: string;
  readonly community: string;
  readonly door: string;
}

/** With the district given, the text only says the rest. */
function readText(
  text: string,
  districtCode: string | undefined,
  gazetteer: readonly Division[],
): FoundAddress | undefined {
  const reading = readAddress(text, gazetteer);
  if (reading.kind === 'refused') {
    if (districtCode !== undefined) return splitRest(text);
    throw invalidField('/address/text', ADDRESS_REFUSAL_WORDS[reading.reason]);
  }
  const [first, ...others] = reading.candidates;
  if (districtCode !== undefined)
    return reading.candidates.find((one) => one.districtCode === districtCode) ?? first;
  if (others.length > 0) throw ambiguous(reading.candidates);
  return first;
}

function ambiguous(candidates: readonly AddressCandidate[]): DomainError {
  return invalidFields([fieldError('/address/text', 'ambiguous')], {
    extra: {
      candidates: candidates.map(({ districtCode, province, city, district }) => ({
        districtCode,
        province,
        city,
        district,
      })),
    },
  });
}
