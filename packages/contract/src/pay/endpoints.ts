import { Type } from 'typebox';
import { REPAIR_CLASSES } from '../catalogue/schemas.ts';
import { endpoint } from '../endpoint.ts';
import { DateOnly, Fen, IdParams, Nullable, PageOf, pageQuery, Timestamp, Uuid } from '../schemas.ts';
import {
  ACCOUNT_KINDS,
  AccountView,
  EarningEntry,
  EarningLine,
  LedgerTransactionView,
  PAYMENT_METHODS,
  PAYMENT_STATES,
  PaymentView,
  ReceiptView,
} from './schemas.ts';

const module = 'pay';

/** Codes of this module's refusals. */
export const NOTHING_TO_PAY = 'pay.nothing_to_pay';
export const AMOUNT_DIFFERS = 'pay.amount_differs';
export const ALREADY_PAID = 'pay.already_paid';
export const NOT_PAID = 'pay.not_paid';
export const PAYMENT_DECIDED = 'pay.payment_decided';
export const NOT_SIMULATED = 'pay.not_simulated';

export const createPayment = endpoint({
  id: 'createPayment',
  method: 'POST',
  path: '/api/work-orders/{id}/payments',
  module,
  summary: 'Pay the approved quote',
  description:
    'The customer pays online; an engineer records cash received. The amount is the approved quote, to the fen. Asking again gives the same payment.',
  may: { customer: 'own', engineer: 'own' },
  params: IdParams,
  body: Type.Object({
    amountFen: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    method: Type.Enum([...PAYMENT_METHODS]),
  }),
  response: PaymentView,
  status: 201,
  errors: [NOTHING_TO_PAY, AMOUNT_DIFFERS, ALREADY_PAID],
});

export const listPayments = endpoint({
  id: 'listPayments',
  method: 'GET',
  path: '/api/work-orders/{id}/payments',
  module,
  summary: 'Payments of an order, oldest first',
  may: {
    customer: 'own',
    engineer: 'own',
    outlet_owner: 'outlet',
    agent: 'all',
    finance: 'all',
    director: 'all',
    admin: 'all',
  },
  params: IdParams,
  response: Type.Object({ items: Type.Array(PaymentView) }),
});

export const simulatePayment = endpoint({
  id: 'simulatePayment',
  method: 'POST',
  path: '/api/payments/{id}/simulate',
  module,
  summary: 'What the simulated provider reports; no money moves',
  may: { customer: 'own' },
  params: IdParams,
  body: Type.Object({ outcome: Type.Enum(['paid', 'failed']) }),
  response: PaymentView,
  errors: [NOT_SIMULATED, PAYMENT_DECIDED],
});

export const refundPayment = endpoint({
  id: 'refundPayment',
  method: 'POST',
  path: '/api/payments/{id}/refund',
  module,
  summary: 'Give the customer the money back',
  may: { finance: 'all' },
  params: IdParams,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200 }) }),
  response: PaymentView,
  errors: [NOT_PAID],
  ifMatch: true,
});

export const getReceipt = endpoint({
  id: 'getReceipt',
  method: 'GET',
  path: '/api/payments/{id}/receipt',
  module,
  summary: 'The e-receipt of a payment',
  may: { customer: 'own', engineer: 'own', agent: 'all', finance: 'all', director: 'all', admin: 'all' },
  params: IdParams,
  response: ReceiptView,
  errors: [NOT_PAID],
});

const EarningDay = {
  day: DateOnly,
  totalFen: Fen,
};

export const getMyEarnings = endpoint({
  id: 'getMyEarnings',
  method: 'GET',
  path: '/api/my-earnings',
  module,
  summary: 'What I earned on a day, each line with its rule, inputs and links',
  may: { engineer: 'own' },
  query: Type.Object({ day: Type.Optional(DateOnly) }),
  response: Type.Object({ ...EarningDay, items: Type.Array(EarningEntry) }),
});

export const getMyEarningDays = endpoint({
  id: 'getMyEarningDays',
  method: 'GET',
  path: '/api/my-earning-days',
  module,
  summary: 'What I earned in a month, day by day',
  may: { engineer: 'own' },
  query: Type.Object({
    month: Type.Optional(Type.String({ format: 'date', description: 'Any day of the month; else this one' })),
  }),
  response: Type.Object({
    month: Type.String({ description: '`2026-11`' }),
    totalFen: Fen,
    items: Type.Array(
      Type.Object({
        ...EarningDay,
        orders: Type.Integer({ description: 'Orders with a verdict that day' }),
      }),
    ),
  }),
});

export const getExpectedWage = endpoint({
  id: 'getExpectedWage',
  method: 'GET',
  path: '/api/work-orders/{id}/expected-wage',
  module,
  summary: 'What an order would pay me, by the policy in force',
  description:
    'For the engineer who has the order or is asked to take it. Without distance and hour; a repair has a sum for each class, as the diagnosis decides.',
  may: { engineer: 'own' },
  params: IdParams,
  query: Type.Object({
    stars: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, default: 5 })),
  }),
  response: Type.Object({
    workOrderId: Uuid,
    stars: Type.Integer(),
    policyVersion: Type.Integer(),
    items: Type.Array(
      Type.Object({
        repairClass: Nullable(Type.Enum([...REPAIR_CLASSES])),
        amountFen: Fen,
        lines: Type.Array(EarningLine),
      }),
    ),
  }),
});

export const getOutletEarnings = endpoint({
  id: 'getOutletEarnings',
  method: 'GET',
  path: '/api/outlet-earnings',
  module,
  summary: 'What an outlet and its engineers earned on a day',
  description: 'An outlet’s owner sees the own outlet; others name one.',
  may: { outlet_owner: 'outlet', finance: 'all', director: 'all', admin: 'all' },
  query: Type.Object({ day: Type.Optional(DateOnly), outletId: Type.Optional(Uuid) }),
  response: Type.Object({
    day: DateOnly,
    outletId: Uuid,
    outletFeeFen: Fen,
    engineers: Type.Array(
      Type.Object({
        engineerId: Uuid,
        orders: Type.Integer({ description: 'Orders with a verdict that day' }),
        wageFen: Fen,
        outletFeeFen: Fen,
      }),
    ),
  }),
});

export const getEngineerEarnings = endpoint({
  id: 'getEngineerEarnings',
  method: 'GET',
  path: '/api/engineers/{id}/earnings',
  module,
  summary: 'What an engineer earned on a day, each line with its rule, inputs and links',
  description: 'An outlet’s owner sees what its engineers earned while they worked for it.',
  may: { outlet_owner: 'outlet', finance: 'all', director: 'all', admin: 'all' },
  params: IdParams,
  query: Type.Object({ day: Type.Optional(DateOnly) }),
  response: Type.Object({ ...EarningDay, items: Type.Array(EarningEntry) }),
});

export const getOrderMoney = endpoint({
  id: 'getOrderMoney',
  method: 'GET',
  path: '/api/work-orders/{id}/money',
  module,
  summary: 'All money of an order: payments, what it earned whom and why, the ledger',
  description:
    'An engineer sees the own wage, an outlet its fee and its engineer’s wage; the ledger is for the office.',
  may: {
    engineer: 'own',
    outlet_owner: 'outlet',
    agent: 'all',
    finance: 'all',
    director: 'all',
    admin: 'all',
  },
  params: IdParams,
  response: Type.Object({
    payments: Type.Array(PaymentView),
    earning: Nullable(
      Type.Object({
        revision: Type.Integer(),
        stars: Nullable(Type.Integer()),
        policyVersion: Type.Integer(),
        at: Timestamp,
        wageFen: Fen,
        wageLines: Type.Array(EarningLine),
        outletFeeFen: Nullable(Fen),
        outletFeeLines: Type.Array(EarningLine),
      }),
    ),
    ledger: Type.Array(LedgerTransactionView),
  }),
});

const bookkeepers = { finance: 'all', director: 'all', admin: 'all' } as const;

export const browsePayments = endpoint({
  id: 'browsePayments',
  method: 'GET',
  path: '/api/payments',
  module,
  summary: 'Payments of all orders, newest first',
  may: bookkeepers,
  query: Type.Object({
    ...pageQuery,
    state: Type.Optional(Type.Enum([...PAYMENT_STATES])),
    method: Type.Optional(Type.Enum([...PAYMENT_METHODS])),
  }),
  response: PageOf(PaymentView),
});

export const getLedgerTransaction = endpoint({
  id: 'getLedgerTransaction',
  method: 'GET',
  path: '/api/ledger/transactions/{id}',
  module,
  summary: 'One transaction of the ledger with its postings, its cause and its mirror',
  may: bookkeepers,
  params: IdParams,
  response: Type.Object({
    ...LedgerTransactionView.properties,
    workOrderId: Nullable(Uuid),
    reversedBy: Nullable(Uuid),
  }),
});

export const listLedgerAccounts = endpoint({
  id: 'listLedgerAccounts',
  method: 'GET',
  path: '/api/ledger/accounts',
  module,
  summary: 'Accounts of the ledger with their balances',
  may: bookkeepers,
  query: Type.Object({
    ...pageQuery,
    kind: Type.Optional(Type.Enum([...ACCOUNT_KINDS])),
    ownerId: Type.Optional(Uuid),
    at: Type.Optional(Timestamp),
  }),
  response: PageOf(AccountView),
});

export const getAccountStatement = endpoint({
  id: 'getAccountStatement',
  method: 'GET',
  path: '/api/ledger/accounts/{id}/statement',
  module,
  summary: 'Postings of an account, newest first, with its balance',
  may: bookkeepers,
  params: IdParams,
  query: Type.Object({ ...pageQuery, from: Type.Optional(Timestamp), to: Type.Optional(Timestamp) }),
  response: Type.Object({
    account: AccountView,
    items: Type.Array(
      Type.Object({
        transactionId: Uuid,
        cause: Type.String(),
        kind: Type.String(),
        workOrderId: Nullable(Uuid),
        at: Timestamp,
        amountFen: Type.Integer(),
      }),
    ),
    next: Nullable(Type.String()),
  }),
});

export const getTrialBalance = endpoint({
  id: 'getTrialBalance',
  method: 'GET',
  path: '/api/ledger/trial-balance',
  module,
  summary: 'Balances by kind of account at an instant; their sum is zero',
  may: bookkeepers,
  query: Type.Object({ at: Type.Optional(Timestamp) }),
  response: Type.Object({
    at: Timestamp,
    totalFen: Type.Integer(),
    items: Type.Array(
      Type.Object({
        kind: Type.Enum([...ACCOUNT_KINDS]),
        accounts: Type.Integer(),
        debitFen: Type.Integer(),
        creditFen: Type.Integer(),
      }),
    ),
  }),
});
