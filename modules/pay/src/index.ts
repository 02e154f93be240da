export { type PaymentProvider, paymentSimulator } from './adapters/payment-provider.ts';
export type { Account, Line, NewTransaction, Reversal } from './ledger-transaction.ts';
export { createPay, type Pay } from './module.ts';
export type { PayNeeds, WorkSummary } from './needs.ts';
export { NOTHING_BELOW_FOUR_STARS, type WagesPolicy } from './wage-policy.ts';
