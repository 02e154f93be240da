import type { AddressCandidate, AddressInput } from '@firstfix/contract/customers/schemas';
import { DomainError, invalidField, maskPhones } from '@firstfix/kernel';
import { readAddress } from './address.ts';
import { splitRest } from './address-rest.ts';
import type { Division } from './gazetteer.ts';

/** A home's address as it is stored: `door` sealed, the rest in clear. */
export interface HomeAddress {
  readonly districtCode: string;
  readonly community: string;
  readonly door: string;
}

const REASONS = {
  empty: 'holds no address',
  no_division: 'names no province, city or district: write it like 山东省青岛市市南区海情小区3号楼2单元501',
  no_district: 'names no district or county: add it after the city',
} as const;

/** Longer names would not fit on an order. */
const LONGEST_COMMUNITY = 80;

/** Parts given as they are, the others read from the text. 422 when the text leaves the district open. */
export function resolveAddress(input: AddressInput, gazetteer: readonly Division[]): HomeAddress {
  const found = input.text === undefined ? undefined : readText(input.text, input.districtCode, gazetteer);
  const districtCode = input.districtCode ?? found?.districtCode;
  if (districtCode === undefined) throw refused('districtCode', 'required', 'Give a text or the district.');
  const community = maskPhones((input.community ?? found?.community ?? '').trim());
  if (community === '' || community.length > LONGEST_COMMUNITY) {
    throw refused('community', 'required', 'No community or street was found: give it as `community`.');
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
    throw refused('text', reading.reason, `The address ${REASONS[reading.reason]}.`);
  }
  const [first, ...others] = reading.candidates;
  if (districtCode !== undefined)
    return reading.candidates.find((one) => one.districtCode === districtCode) ?? first;
  if (others.length > 0) throw ambiguous(reading.candidates);
  return first;
}

function refused(field: string, code: string, message: string): DomainError {
  return invalidField(`/address/${field}`, code, message);
}

function ambiguous(candidates: readonly AddressCandidate[]): DomainError {
  return new DomainError(422, 'invalid_input', 'The address could mean several districts: choose one.', {
    errors: [{ pointer: '/address/text', code: 'ambiguous', message: 'could mean several districts' }],
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
