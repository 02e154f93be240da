import {
  ALREADY_PUBLISHED,
  EMPTY_PRICE_LIST,
  NOT_AHEAD,
  NOT_ON_PRICE_LIST,
} from '@firstfix/contract/catalogue/endpoints';
import type { PriceKind, PriceListState, RepairClass } from '@firstfix/contract/catalogue/schemas';
import { fieldError, refusal } from '@firstfix/contract/refusal';
import {
  addMoney,
  type DomainError,
  type Id,
  type Instant,
  type Money,
  timesQuantity,
} from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';

/** The list of the whole country, for regions without their own. */
export const COUNTRY = 'CN';

export interface PriceList {
  readonly id: Id;
  readonly regionCode: string;
  readonly effectiveFrom: LocalDate;
  readonly state: PriceListState;
  readonly publishedAt: Instant | null;
  readonly version: number;
}

/** A null category or work type means every one. */
export interface PriceLine {
  readonly code: string;
  readonly kind: PriceKind;
  readonly category: string | null;
  readonly workType: string | null;
  readonly repairClass: RepairClass | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly unitFen: Money;
}

export interface BasketItem {
  readonly code: string;
  readonly quantity: number;
}

export interface PricedLine extends Omit<PriceLine, 'category' | 'workType' | 'repairClass'> {
  readonly quantity: number;
  readonly amountFen: Money;
}

export interface PricedBasket {
  readonly lines: PricedLine[];
  readonly totalFen: Money;
  readonly priceListVersion: string;
}

/** What quotes and people call a list. */
export function nameOf(list: Pick<PriceList, 'regionCode' | 'effectiveFrom'>): string {
  return `${list.regionCode}@${list.effectiveFrom}`;
}

/** The published list of the region on a date: its own latest, else the country's latest. */
export function effectiveList(
  published: readonly PriceList[],
  regionCode: string,
  on: LocalDate,
): PriceList | undefined {
  const inForce = published.filter(({ effectiveFrom }) => effectiveFrom <= on);
  return latestOf(inForce, regionCode) ?? latestOf(inForce, COUNTRY);
}

function latestOf(lists: readonly PriceList[], regionCode: string): PriceList | undefined {
  return lists
    .filter((list) => list.regionCode === regionCode)
    .toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom))[0];
}

/** Prices a basket. 422 naming each item that the list does not offer for this work. */
export function priceBasket(
  list: PriceList,
  lines: ReadonlyMap<string, PriceLine>,
  work: { readonly category: string; readonly workType: string },
  items: readonly BasketItem[],
): PricedBasket {
  const priced = items.flatMap(({ code, quantity }) => {
    const line = lines.get(code);
    return line && offers(line, work) ? [pricedLine(line, quantity)] : [];
  });
  if (priced.length < items.length) throw notOnList(list, lines, work, items);
  return {
    lines: priced,
    totalFen: addMoney(...priced.map(({ amountFen }) => amountFen)),
    priceListVersion: nameOf(list),
  };
}

/** The price of the labour alone; null when the list names none for this work. */
export function findLabourPrice(
  lines: Iterable<PriceLine>,
  work: { readonly category: string; readonly workType: string; readonly repairClass: RepairClass | null },
): Money | null {
  for (const line of lines) {
    const named = line.kind === 'labour' && line.category !== null && line.workType !== null;
    if (named && offers(line, work) && line.repairClass === work.repairClass) return line.unitFen;
  }
  return null;
}

function offers(line: PriceLine, work: { category: string; workType: string }): boolean {
  const category = line.category === null || line.category === work.category;
  return category && (line.workType === null || line.workType === work.workType);
}

function pricedLine(line: PriceLine, quantity: number): PricedLine {
  const { code, kind, nameZh, nameEn, unit, unitFen } = line;
  return { code, kind, nameZh, nameEn, unit, unitFen, quantity, amountFen: timesQuantity(unitFen, quantity) };
}

function notOnList(
  list: PriceList,
  lines: ReadonlyMap<string, PriceLine>,
  work: { category: string; workType: string },
  items: readonly BasketItem[],
): DomainError {
  const errors = items.flatMap(({ code }, index) => {
    const line = lines.get(code);
    if (line && offers(line, work)) return [];
    const { category, workType } = work;
    const { regionCode: region, effectiveFrom } = list;
    const params = { code, category, workType, region, effectiveFrom };
    return [fieldError(`/items/${index}/code`, 'not_on_price_list', params)];
  });
  return refusal(422, NOT_ON_PRICE_LIST, {}, { errors });
}

/** A draft becomes the list that holds from its date on. The past keeps its prices: the date must lie ahead. */
export function publish(
  list: PriceList,
  facts: { today: LocalDate; now: Instant; taken: boolean; lines: number },
): PriceList {
  const named = { region: list.regionCode, effectiveFrom: list.effectiveFrom };
  if (list.state === 'published' || facts.taken) {
    throw refusal(409, ALREADY_PUBLISHED, named);
  }
  if (list.effectiveFrom <= facts.today) {
    throw refusal(409, NOT_AHEAD, { ...named, today: facts.today });
  }
  if (facts.lines === 0) {
    throw refusal(409, EMPTY_PRICE_LIST, named);
  }
  return { ...list, state: 'published', publishedAt: facts.now };
}
