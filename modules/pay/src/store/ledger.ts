import { type Id, newId, stableId, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { Account, NewTransaction, Reversal } from '../ledger-transaction.ts';
import type { DB } from '../tables.ts';

export function accountId({ kind, ownerId }: Account): Id {
  return stableId(`ledger-account:${kind}:${ownerId ?? ''}`);
}

/** Posts what was not posted before, all in one statement. Throws `RangeError` when a transaction does not balance. */
export async function post(tx: Tx, transactions: readonly NewTransaction[]): Promise<void> {
  for (const transaction of transactions) mustBalance(transaction);
  if (transactions.length === 0) return;
  // in the order of their causes, so that two who post the same wait for each other instead of blocking
  const heads = transactions
    .map((transaction) => ({ id: newId(), ...transaction }))
    .sort((a, b) => (a.cause < b.cause ? -1 : 1));
  const lines = heads.flatMap(({ id, lines: own }) =>
    own.map(({ account, amountFen }, seq) => ({
      transaction_id: id,
      seq,
      account_id: accountId(account),
      kind: account.kind,
      owner_id: account.ownerId,
      amount_fen: amountFen,
    })),
  );
  await sql`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (transaction_id uuid, seq smallint,
        account_id uuid, kind text, owner_id uuid, amount_fen bigint)
    ), account as (
      insert into pay.account (id, kind, owner_id)
      select distinct account_id, kind, owner_id from given order by account_id on conflict do nothing
    ), posted as (
      insert into pay.ledger_transaction (id, cause, kind, work_order_id, at)
      select id, cause, kind, work_order_id, ${toDate(tx.now)}
      from jsonb_to_recordset(${JSON.stringify(heads.map(headColumns))}::jsonb)
        as h (id uuid, cause text, kind text, work_order_id uuid)
      on conflict (cause) do nothing returning id
    )
    insert into pay.posting (transaction_id, seq, account_id, amount_fen, at)
    select g.transaction_id, g.seq, g.account_id, g.amount_fen, ${toDate(tx.now)}
    from given g join posted on posted.id = g.transaction_id`.execute(tx.tables<DB>());
}

/** Takes transactions back by their mirror images; each at most once. */
export async function reverse(tx: Tx, reversals: readonly Reversal[]): Promise<void> {
  if (reversals.length === 0) return;
  const given = reversals
    .map((reversal) => ({ id: newId(), ...reversal }))
    .sort((a, b) => (a.cause < b.cause ? -1 : 1));
  await sql`with reversed as (
      insert into pay.ledger_transaction (id, cause, kind, work_order_id, at, reverses)
      select g.id, g.cause, 'reversal', t.work_order_id, ${toDate(tx.now)}, t.id
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (id uuid, cause text, "of" text)
      join pay.ledger_transaction t on t.cause = g."of" order by g.cause
      on conflict do nothing returning id, reverses
    )
    insert into pay.posting (transaction_id, seq, account_id, amount_fen, at)
    select r.id, p.seq, p.account_id, -p.amount_fen, ${toDate(tx.now)}
    from reversed r join pay.posting p on p.transaction_id = r.reverses`.execute(tx.tables<DB>());
}

function headColumns({ id, cause, kind, workOrderId }: NewTransaction & { id: Id }) {
  return { id, cause, kind, work_order_id: workOrderId };
}

/** Throws `RangeError` when the transaction does not sum to zero. */
export function mustBalance({ cause, lines }: NewTransaction): void {
  const total = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (total !== 0) throw new RangeError(`ledger transaction ${cause} sums to ${total} fen instead of zero`);
}
