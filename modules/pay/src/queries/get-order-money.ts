import type { AccountKind, LedgerTransactionView } from '@firstfix/contract/pay/schemas';
import { type Id, type Instant, toRfc3339 } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { sql } from 'kysely';
import type { PayNeeds } from '../needs.ts';
import { presentPayment } from '../present.ts';
import { findCurrentEarning, type StoredEarning } from '../store/earning-store.ts';
import { listPaymentsOf, type PayDb } from '../store/payment-store.ts';

/** Payments, what the order earned whom, and for the office the ledger. */
export async function getOrderMoney(db: PayDb, needs: PayNeeds, caller: Caller, id: Id) {
  await needs.orders.getWorkOrder(caller, id);
  const [payments, earning, ledger] = await Promise.all([
    listPaymentsOf(db, id),
    findCurrentEarning(db, id),
    caller.scope === 'all' ? listTransactions(db, id) : [],
  ]);
  return {
    payments: payments.map((payment) => presentPayment(payment, needs.provider)),
    earning: earning ? presentEarning(earning, caller) : null,
    ledger,
  };
}

/** What the outlet gets is not the engineer's business. */
function presentEarning(earning: StoredEarning, caller: Caller) {
  const seesFee = caller.role !== 'engineer';
  return {
    revision: earning.revision,
    stars: earning.stars,
    policyVersion: earning.policyVersion,
    at: toRfc3339(earning.postedAt),
    wageFen: earning.wageFen,
    wageLines: [...earning.wageLines],
    outletFeeFen: seesFee ? earning.outletFeeFen : null,
    outletFeeLines: seesFee ? [...earning.outletFeeLines] : [],
  };
}

interface TransactionRow {
  id: Id;
  cause: string;
  kind: string;
  at: Instant;
  reverses: Id | null;
  postings: { accountId: Id; kind: AccountKind; ownerId: Id | null; amountFen: number }[];
}

async function listTransactions(db: PayDb, workOrderId: Id): Promise<LedgerTransactionView[]> {
  const { rows } = await sql<TransactionRow>`
    select t.id, t.cause, t.kind, t.at, t.reverses,
      json_agg(json_build_object('accountId', a.id, 'kind', a.kind, 'ownerId', a.owner_id,
        'amountFen', p.amount_fen) order by p.seq) as postings
    from pay.ledger_transaction t
    join pay.posting p on p.transaction_id = t.id
    join pay.account a on a.id = p.account_id
    where t.work_order_id = ${workOrderId}::uuid
    group by t.id order by t.at, t.cause`.execute(db);
  return rows.map((row) => ({ ...row, at: toRfc3339(row.at) }));
}
