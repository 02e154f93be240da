import type { QueryOf } from '@firstfix/contract';
import type {
  getAccountStatement,
  listLedgerAccounts as listEndpoint,
} from '@firstfix/contract/pay/endpoints';
import type { AccountKind } from '@firstfix/contract/pay/schemas';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, type Instant, parseInstant, toDate, toRfc3339 } from '@firstfix/kernel';
import { at, decodeCursor, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import type { PayDb } from '../store/payment-store.ts';

const PAGE = 50;

interface AccountRow {
  id: Id;
  kind: string;
  owner_id: Id | null;
  balance_fen: number;
}

/** Accounts by kind, with what they held at the instant asked for. */
export async function listLedgerAccounts(db: PayDb, query: QueryOf<typeof listEndpoint>, now: Instant) {
  const { cursor, limit = PAGE, kind, ownerId } = query;
  let rows = accounts(db, query.at === undefined ? now : parseInstant(query.at));
  if (kind) rows = rows.where('kind', '=', kind);
  if (ownerId) rows = rows.where('owner_id', '=', ownerId);
  if (cursor) {
    const [lastKind, lastId] = decodeCursor(cursor, 'text', 'id');
    rows = rows.where(sql<SqlBool>`(kind, id) > (${lastKind}, ${lastId}::uuid)`);
  }
  const found = await rows
    .orderBy('kind')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, presentAccount, (row) => [row.kind, row.id]);
}

/** One account's postings, newest first, and its balance now. */
export async function accountStatement(
  db: PayDb,
  id: Id,
  query: QueryOf<typeof getAccountStatement>,
  now: Instant,
) {
  const { limit = PAGE } = query;
  const [account, postings] = await Promise.all([
    accounts(db, now).where('id', '=', id).executeTakeFirst(),
    postingsOf(db, id, query)
      .limit(limit + 1)
      .execute(),
  ]);
  if (!account) throw notFound('account', id);
  const present = (row: (typeof postings)[number]) => ({
    transactionId: row.transaction_id,
    cause: row.cause,
    kind: row.kind,
    workOrderId: row.work_order_id,
    at: toRfc3339(row.at),
    amountFen: row.amount_fen,
  });
  const page = toPage(postings, limit, present, (row) => [row.at, row.transaction_id, row.seq]);
  return { account: presentAccount(account), ...page };
}

/** Debits and credits by kind of account; every kind's balances together are zero. */
export async function trialBalance(db: PayDb, instant: Instant) {
  const { rows } = await sql<{ kind: AccountKind; accounts: number; debit_fen: number; credit_fen: number }>`
    select kind, count(*)::int as accounts, coalesce(sum(balance) filter (where balance > 0), 0)::bigint as debit_fen,
      coalesce(-sum(balance) filter (where balance < 0), 0)::bigint as credit_fen
    from (select kind, pay.balance_at(id, ${toDate(instant)}) as balance from pay.account) held
    group by kind order by kind`.execute(db);
  const items = rows.map((row) => ({
    kind: row.kind,
    accounts: row.accounts,
    debitFen: row.debit_fen,
    creditFen: row.credit_fen,
  }));
  const totalFen = items.reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0);
  return { at: toRfc3339(instant), totalFen, items };
}

function accounts(db: PayDb, instant: Instant) {
  return db
    .selectFrom('pay.account')
    .select(['id', 'kind', 'owner_id'])
    .select(sql<number>`pay.balance_at(id, ${toDate(instant)})`.as('balance_fen'));
}

function postingsOf(db: PayDb, id: Id, { cursor, from, to }: QueryOf<typeof getAccountStatement>) {
  let rows = db
    .selectFrom('pay.posting as p')
    .innerJoin('pay.ledger_transaction as t', 't.id', 'p.transaction_id')
    .select(['p.transaction_id', 'p.seq', 'p.at', 'p.amount_fen', 't.cause', 't.kind', 't.work_order_id'])
    .where('p.account_id', '=', id);
  if (from) rows = rows.where('p.at', '>=', at(parseInstant(from)));
  if (to) rows = rows.where('p.at', '<', at(parseInstant(to)));
  if (cursor) {
    const [lastAt, lastId, lastSeq] = decodeCursor(cursor, 'time', 'id', 'number');
    const last = sql`(${lastAt}, ${lastId}::uuid, ${lastSeq}::smallint)`;
    rows = rows.where(sql<SqlBool>`(p.at, p.transaction_id, p.seq) < ${last}`);
  }
  return rows.orderBy('p.at', 'desc').orderBy('p.transaction_id', 'desc').orderBy('p.seq', 'desc');
}

function presentAccount(row: AccountRow) {
  return {
    id: row.id,
    // accounts are written by `post` only
    kind: row.kind as AccountKind,
    ownerId: row.owner_id,
    balanceFen: row.balance_fen,
  };
}
