import { ACCOUNT_KINDS, PAYMENT_METHODS, PAYMENT_STATES } from '@firstfix/contract/pay/schemas';
import { aDay, anyText, oneOf, searchReader } from '../page/list-search.ts';

export const readEarningsSearch = searchReader({ day: aDay, outlet: anyText });
export const readDaySearch = searchReader({ day: aDay });
export const readPaymentsSearch = searchReader({
  state: oneOf(PAYMENT_STATES),
  method: oneOf(PAYMENT_METHODS),
});
export type PaymentsSearch = ReturnType<typeof readPaymentsSearch>;
export const readLedgerSearch = searchReader({ kind: oneOf(ACCOUNT_KINDS), owner: anyText });
export type LedgerSearch = ReturnType<typeof readLedgerSearch>;
export const readStatementSearch = searchReader({});

/** Two versions compared. */
export function readPolicySearch(search: Record<string, unknown>): { from?: number; to?: number } {
  const { from, to } = search;
  return { ...(typeof from === 'number' ? { from } : {}), ...(typeof to === 'number' ? { to } : {}) };
}
