import type { AccountKind, LedgerTransactionView } from '@firstfix/contract/pay/schemas';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, type Instant, toRfc3339 } from '@firstfix/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { PayDb } from '../store/payment-store.ts';

interface TransactionRow {
  id: Id;
  cause: string;
  kind: string;
  at: Instant;
  reverses: Id | null;
  postings: { accountId: Id; kind: AccountKind; ownerId: Id | null; amountFen: number }[];
}

/** What an order made the ledger post, in time. */
export async function listTransactionsOf(db: PayDb, workOrderId: Id): Promise<LedgerTransactionView[]> {
  const rows = await transactionsWhere(db, sql`t.work_order_id = ${workOrderId}::uuid`);
  return rows.map(({ workOrderId: _, reversedBy: __, ...row }) => row);
}

/** One transaction with what reverses it; throws when there is none. */
export async function getTransaction(db: PayDb, id: Id) {
  const [row] = await transactionsWhere(db, sql`t.id = ${id}::uuid`);
  if (!row) throw notFound('transaction', id);
  return row;
}

async function transactionsWhere(db: PayDb, condition: RawBuilder<unknown>) {
  const { rows } = await sql<TransactionRow & { workOrderId: Id | null; reversedBy: Id | null }>`
    select t.id, t.cause, t.kind, t.at, t.reverses, t.work_order_id as "workOrderId",
      (select m.id from pay.ledger_transaction m where m.reverses = t.id limit 1) as "reversedBy",
      json_agg(json_build_object('accountId', a.id, 'kind', a.kind, 'ownerId', a.owner_id,
        'amountFen', p.amount_fen) order by p.seq) as postings
    from pay.ledger_transaction t
    join pay.posting p on p.transaction_id = t.id
    join pay.account a on a.id = p.account_id
    where ${condition}
    group by t.id order by t.at, t.cause`.execute(db);
  return rows.map((row) => ({ ...row, at: toRfc3339(row.at) }));
}
