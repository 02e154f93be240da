import { QUOTE_NOT_OPEN } from '@firstfix/contract/fieldwork/endpoints';
import type { QuoteLine, QuoteView } from '@firstfix/contract/fieldwork/schemas';
import type { Cover } from '@firstfix/contract/orders/schemas';
import { refusal } from '@firstfix/contract/refusal';
import { addMoney, type DomainError, fen, type Money, timesQuantity } from '@firstfix/kernel';

/** What the published price list says about the items of a quote. */
export interface PricedQuote {
  readonly lines: readonly QuoteLine[];
  readonly totalFen: number;
  readonly priceListVersion: string;
}

/** Sum of the lines, each unit price × quantity. */
export function totalOf(lines: readonly Pick<QuoteLine, 'unitFen' | 'quantity'>[]): Money {
  return addMoney(...lines.map(({ unitFen, quantity }) => timesQuantity(fen(unitFen), quantity)));
}

/** The next version of an order's quote, to be decided on. Throws `RangeError` when the list's sum is not its lines'. */
export function nextQuote(before: QuoteView | null, priced: PricedQuote): QuoteView {
  const total = totalOf(priced.lines);
  if (total !== priced.totalFen) {
    throw new RangeError(`the lines sum to ${total} fen, the price list says ${priced.totalFen}`);
  }
  return {
    quoteVersion: (before?.quoteVersion ?? 0) + 1,
    state: 'given',
    lines: priced.lines.map((line) => ({ ...line })),
    totalFen: total,
    priceListVersion: priced.priceListVersion,
    decidedBy: null,
  };
}

/** Decides the quote that was read; 409 when another one is on the table, or none that is open. */
export function decideQuote(
  quote: QuoteView | null,
  version: number,
  state: 'approved' | 'refused',
  decidedBy: 'customer' | 'signature',
): QuoteView {
  if (quote !== null && quote.quoteVersion === version && quote.state === 'given') {
    return { ...quote, state, decidedBy };
  }
  throw notOpen(quote, version);
}

function notOpen(quote: QuoteView | null, version: number): DomainError {
  const facts = { extra: { quoteVersion: quote?.quoteVersion ?? null, state: quote?.state ?? null } };
  if (quote === null) return refusal(409, `${QUOTE_NOT_OPEN}/none`, {}, facts);
  const { quoteVersion: current, state } = quote;
  if (current !== version) return refusal(409, `${QUOTE_NOT_OPEN}/newer`, { version, current }, facts);
  return refusal(409, `${QUOTE_NOT_OPEN}/decided`, { version, state }, facts);
}

/**
 * Whether money is agreed: outside warranty only an approved quote; otherwise nothing may be left open
 * (a refused extra is simply not charged).
 */
export function priceIsAgreed(cover: Cover, quote: QuoteView | null): boolean {
  if (cover === 'out_of_warranty') return quote?.state === 'approved';
  return quote === null || quote.state !== 'given';
}

/** What the customer agreed to pay. */
export function approvedFen(quote: QuoteView | null): number {
  return quote?.state === 'approved' ? quote.totalFen : 0;
}
