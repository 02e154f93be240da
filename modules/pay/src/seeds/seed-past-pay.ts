import type { PaymentMethod } from '@firstfix/contract/pay/schemas';
import { fen, type Id, type Instant, newId, toDate } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { WorkOrder } from '@firstfix/orders';
import { insertRows, type PolicyStore, type Tx } from '@firstfix/platform';
import { earningReversals, earningTransactions, paymentTransaction } from '../causes.ts';
import { type Earning, earn } from '../earning.ts';
import type { NewTransaction, Reversal } from '../ledger-transaction.ts';
import type { PayNeeds, WorkSummary } from '../needs.ts';
import { factsOf } from '../operations/post-earning.ts';
import { containedTax, type Payment } from '../payment.ts';
import { earningColumns, earningLineColumns } from '../store/earning-store.ts';
import { accountId, mustBalance } from '../store/ledger.ts';
import { paymentColumns } from '../store/payment-store.ts';
import { TAXES, WAGES } from '../wage-policy.ts';

/** What an order brought before the demo began. */
export interface PastPay {
  readonly order: WorkOrder;
  readonly summary: WorkSummary;
  /** Verdicts on it, oldest first. */
  readonly verdicts: readonly {
    readonly revision: number;
    readonly stars: number | null;
    readonly at: Instant;
  }[];
  readonly paid?: { readonly at: Instant; readonly method: PaymentMethod };
}

type Dated<T> = T & { readonly at: Instant };
type Transaction = Dated<NewTransaction> & { readonly id: Id; readonly reverses: Id | null };

/** Writes payments, earnings and the ledger as the module's rules made them of those stories. */
export async function seedPastPay(
  tx: Tx,
  needs: PayNeeds,
  policies: PolicyStore,
  stories: readonly PastPay[],
): Promise<void> {
  const ledger = new PastLedger();
  const payments: Payment[] = [];
  const earnings: { readonly earning: Earning; readonly replacedAt: Instant | null }[] = [];
  for (const story of stories) {
    const payment = await payFor(tx, needs, story);
    if (payment) {
      payments.push(payment);
      const { document } = await policies.current(TAXES, payment.createdAt);
      const tax = containedTax(payment.amountFen, document.serviceVatBasisPoints);
      ledger.post({ ...paymentTransaction(payment, tax), at: payment.createdAt });
    }
    earnings.push(...(await earnBy(needs, policies, story, ledger)));
  }
  await insertRows(tx, 'pay.payment', payments.map(paymentColumns));
  await insertRows(
    tx,
    'pay.earning',
    earnings.map(({ earning, replacedAt }) => ({
      ...earningColumns(earning),
      facts: earning.facts,
      replaced_at: replacedAt === null ? null : toDate(replacedAt),
    })),
  );
  await insertRows(
    tx,
    'pay.earning_line',
    earnings.flatMap(({ earning }) => earningLineColumns(earning)),
  );
  await ledger.write(tx);
}

async function payFor(tx: Tx, { provider }: PayNeeds, { order, summary, paid }: PastPay) {
  if (!paid || summary.approvedQuoteFen === 0) return undefined;
  const day = localDateOf(paid.at, DEFAULT_ZONE).slice(2).replaceAll('-', '');
  const sequence = String(await tx.nextNumber('pay.receipt_number_seq')).padStart(6, '0');
  const payment: Payment = {
    id: newId(),
    workOrderId: order.id,
    customerId: order.customerId,
    engineerId: order.engineerId,
    outletId: order.outletId,
    territoryId: order.territoryId,
    amountFen: fen(summary.approvedQuoteFen),
    quoteLines: summary.quoteLines,
    method: paid.method,
    provider: paid.method === 'cash' ? 'cash' : provider.name,
    state: 'paid',
    receiptNumber: `R${day}${sequence}`,
    createdAt: paid.at,
    paidAt: paid.at,
    refundedAt: null,
    version: 1,
  };
  return payment;
}

async function earnBy(needs: PayNeeds, policies: PolicyStore, story: PastPay, ledger: PastLedger) {
  const { order, verdicts, summary } = story;
  const { engineerId, outletId, completedAt } = order;
  if (engineerId === null || outletId === null || completedAt === null) return [];
  const policy = await policies.current(WAGES, completedAt);
  const facts = await factsOf(needs, order, summary, { engineerId, stars: null, completedAt });
  return verdicts.map(({ revision, stars, at }, index) => {
    const by = { workOrderId: order.id, engineerId, outletId, territoryId: order.territoryId, revision };
    const earning = earn({ ...by, postedAt: at }, { ...facts, stars }, policy);
    const before = verdicts[index - 1];
    for (const reversal of before ? earningReversals(order.id, before.revision) : [])
      ledger.reverse(reversal, at);
    for (const transaction of earningTransactions(earning)) ledger.post({ ...transaction, at });
    return { earning, replacedAt: verdicts[index + 1]?.at ?? null };
  });
}

/** Postings of one message: a transaction's stand together, as each message must balance. */
const POSTINGS_AT_ONCE = 1_500;

/** The ledger of the past, gathered and written at once. */
class PastLedger {
  readonly #byCause = new Map<string, Transaction>();

  post(transaction: Dated<NewTransaction>): void {
    mustBalance(transaction);
    this.#byCause.set(transaction.cause, { ...transaction, id: newId(), reverses: null });
  }

  reverse({ cause, of }: Reversal, at: Instant): void {
    const original = this.#byCause.get(of);
    if (!original) return;
    const lines = original.lines.map(({ account, amountFen }) => ({ account, amountFen: fen(-amountFen) }));
    const { workOrderId } = original;
    this.#byCause.set(cause, {
      id: newId(),
      cause,
      kind: 'reversal',
      workOrderId,
      lines,
      at,
      reverses: original.id,
    });
  }

  async write(tx: Tx): Promise<void> {
    const transactions = [...this.#byCause.values()];
    const accounts = transactions.flatMap(({ lines }) => lines.map(({ account }) => account));
    const byId = new Map(accounts.map((account) => [accountId(account), account]));
    await insertRows(
      tx,
      'pay.account',
      [...byId].map(([id, { kind, ownerId }]) => ({ id, kind, owner_id: ownerId })),
    );
    await insertRows(tx, 'pay.ledger_transaction', transactions.map(transactionColumns));
    let batch: ReturnType<typeof postingColumns> = [];
    for (const transaction of transactions) {
      batch.push(...postingColumns(transaction));
      if (batch.length < POSTINGS_AT_ONCE) continue;
      await insertRows(tx, 'pay.posting', batch);
      batch = [];
    }
    await insertRows(tx, 'pay.posting', batch);
  }
}

function transactionColumns({ id, cause, kind, workOrderId, at, reverses }: Transaction) {
  return { id, cause, kind, work_order_id: workOrderId, at: toDate(at), reverses };
}

function postingColumns({ id, lines, at }: Transaction) {
  return lines.map(({ account, amountFen }, seq) => ({
    transaction_id: id,
    seq,
    account_id: accountId(account),
    amount_fen: amountFen,
    at: toDate(at),
  }));
}
