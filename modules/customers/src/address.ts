import type { AddressCandidate } from '@firstfix/contract/customers/schemas';
import { splitRest } from './address-rest.ts';
import type { Division } from './gazetteer.ts';

/** What was found in an address; several candidates when the text fits several districts equally well. */
export type AddressReading =
  | { readonly kind: 'read'; readonly candidates: readonly [AddressCandidate, ...AddressCandidate[]] }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'no_division' | 'no_district' };

interface Match {
  readonly province: Division;
  readonly city: Division | null;
  readonly district: Division | null;
  /** Characters of the text that named divisions. */
  readonly length: number;
  /** Levels written with their whole name; short forms alone could be a street's name. */
  readonly whole: number;
  readonly written: number;
}

/**
 * Finds the district of an address as people write it: province and city may be missing or short, and where
 * names run together (青岛市南区) every way to cut them is tried. The way that explains most of the text wins.
 */
export function readAddress(text: string, gazetteer: readonly Division[]): AddressReading {
  const compact = compactAddress(text);
  if (compact === '') return { kind: 'refused', reason: 'empty' };
  const matches = gazetteer
    .flatMap((province) => matchProvince(compact, province))
    .filter((match) => isCertain(match) || match.length === compact.length);
  const [first, ...others] = best(matches.filter(({ district }) => district !== null));
  if (!first) return { kind: 'refused', reason: matches.length > 0 ? 'no_district' : 'no_division' };
  const candidates = others.map((match) => candidateOf(compact, match));
  return { kind: 'read', candidates: [candidateOf(compact, first), ...candidates] };
}

function compactAddress(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,，.。、;；:：|/]+/gu, '')
    .replace(/^中国|^中华人民共和国/u, '');
}

function isCertain({ whole, written }: Match): boolean {
  return whole >= 1 || written >= 2;
}

/** Those that explain the most characters; each district once. */
function best(matches: readonly Match[]): Match[] {
  const most = Math.max(...matches.map(({ length }) => length));
  const longest = matches.filter(({ length }) => length === most);
  const byDistrict = new Map(longest.map((match) => [match.district?.code, match]));
  return [...byDistrict.values()].toSorted((a, b) => (districtCodeOf(a) < districtCodeOf(b) ? -1 : 1));
}

function matchProvince(text: string, province: Division): Match[] {
  const none = { province, city: null, district: null, length: 0, whole: 0, written: 0 };
  const starts = [none, ...extend(text, none, province, (match) => match)];
  return starts.flatMap((start) => [
    ...(start === none ? [] : [start]),
    ...province.children.flatMap((city) => matchCity(text, start, city)),
  ]);
}

function matchCity(text: string, start: Match, city: Division): Match[] {
  const set = (match: Match): Match => ({ ...match, city: city.unwritten ? null : city });
  const written = city.unwritten ? extendUnwritten(text, start, city, set) : extend(text, start, city, set);
  const found = [
    ...(city.unwritten ? [] : written),
    ...written.flatMap((match) => soleDistrict(match, city)),
  ];
  // 东莞 has no districts, people write province or city only half of the time
  const starts = [set(start), ...written];
  return [
    ...found,
    ...starts.flatMap((match) => city.children.flatMap((child) => matchDistrict(text, match, child))),
  ];
}

function matchDistrict(text: string, start: Match, district: Division): Match[] {
  return extend(text, start, district, (match) => ({ ...match, district }));
}

/** 北京市北京市朝阳区, 北京市市辖区朝阳区: forms fill in the level that is not there. */
function extendUnwritten(text: string, from: Match, city: Division, set: (match: Match) => Match): Match[] {
  return from.length === 0
    ? []
    : [...extend(text, from, from.province, set), ...extend(text, from, city, set)];
}

/** A city whose only district bears its own name (东莞市, 中山市) is district enough. */
function soleDistrict(match: Match, city: Division): Match[] {
  const [only, second] = city.children;
  return only && !second && only.name === city.name ? [{ ...match, district: only }] : [];
}

/** Each way in which the text goes on with this division's name. */
function extend(text: string, from: Match, division: Division, set: (match: Match) => Match): Match[] {
  return division.writings
    .filter((writing) => text.startsWith(writing, from.length))
    .map((writing) =>
      set({
        ...from,
        length: from.length + writing.length,
        whole: from.whole + (writing === division.name ? 1 : 0),
        written: from.written + 1,
      }),
    );
}

function districtCodeOf({ district }: Match): string {
  return district?.code ?? '';
}

function candidateOf(text: string, match: Match): AddressCandidate {
  const rest = text.slice(match.length);
  return {
    districtCode: districtCodeOf(match),
    province: match.province.name,
    city: match.city?.name ?? null,
    district: match.district?.name ?? '',
    rest,
    ...splitRest(rest),
  };
}
