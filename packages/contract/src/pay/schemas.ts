import { type Static, Type } from 'typebox';
import { QuoteLine } from '../fieldwork/schemas.ts';
import { Fen, Nullable, Timestamp, Uuid } from '../schemas.ts';

export const PAYMENT_STATES = ['created', 'paid', 'failed', 'refunded'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PAYMENT_METHODS = ['online', 'cash'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Whose money an account counts; `ownerId` is the territory, outlet or engineer. */
export const ACCOUNT_KINDS = [
  'cost_centre',
  'revenue',
  'customer_payments',
  'cash_in_hand',
  'engineer',
  'outlet',
  'taxes',
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const PaymentView = Type.Object({
  id: Uuid,
  workOrderId: Uuid,
  amountFen: Fen,
  method: Type.Enum([...PAYMENT_METHODS]),
  state: Type.Enum([...PAYMENT_STATES]),
  provider: Type.String({ description: '`simulator` moves no money' }),
  checkoutUrl: Nullable(Type.String({ description: 'Where the customer pays; null once it is decided' })),
  receiptNumber: Nullable(Type.String()),
  createdAt: Timestamp,
  paidAt: Nullable(Timestamp),
  refundedAt: Nullable(Timestamp),
  version: Type.Integer(),
});
export type PaymentView = Static<typeof PaymentView>;

export const ReceiptView = Type.Object({
  receiptNumber: Type.String(),
  paymentId: Uuid,
  workOrderNumber: Type.String(),
  lines: Type.Array(QuoteLine),
  amountFen: Fen,
  taxFen: Type.Integer({ description: 'Value-added tax contained in the amount' }),
  method: Type.Enum([...PAYMENT_METHODS]),
  provider: Type.String(),
  paidAt: Timestamp,
  refundedAt: Nullable(Timestamp),
});

export const EarningLine = Type.Object({
  rule: Type.String({ description: 'Name of the rule: `labour_price`, `distance`, `night`, `holiday`' }),
  inputs: Type.Record(Type.String(), Type.Unknown()),
  arithmetic: Type.String({ description: 'The sum as one would write it down' }),
  amountFen: Fen,
});
export type EarningLine = Static<typeof EarningLine>;

const Links = Type.Object({
  workOrder: Type.String(),
  rating: Type.String(),
  policy: Type.String(),
});

export const EarningEntry = Type.Object({
  workOrderId: Uuid,
  revision: Type.Integer({ description: 'Of the rating it follows' }),
  kind: Type.Enum(['earned', 'taken_back'], { description: 'A changed rating takes the old sum back' }),
  stars: Nullable(Type.Integer({ description: 'Null = neutral' })),
  policyVersion: Type.Integer(),
  at: Timestamp,
  amountFen: Fen,
  lines: Type.Array(EarningLine),
  links: Links,
});
export type EarningEntry = Static<typeof EarningEntry>;

export const AccountView = Type.Object({
  id: Uuid,
  kind: Type.Enum([...ACCOUNT_KINDS]),
  ownerId: Nullable(Uuid),
  balanceFen: Type.Integer({ description: 'Debits minus credits' }),
});

export const PostingView = Type.Object({
  accountId: Uuid,
  kind: Type.Enum([...ACCOUNT_KINDS]),
  ownerId: Nullable(Uuid),
  amountFen: Type.Integer({ description: 'Positive = debit, negative = credit' }),
});

export const LedgerTransactionView = Type.Object({
  id: Uuid,
  cause: Type.String(),
  kind: Type.String(),
  at: Timestamp,
  reverses: Nullable(Uuid),
  postings: Type.Array(PostingView),
});
export type LedgerTransactionView = Static<typeof LedgerTransactionView>;
