import type { DoctorCheck } from '@firstfix/platform';
import { findMiscomputed } from './checks/recompute.ts';

/** What the doctor looks at in this module's tables. */
export const payChecks: readonly DoctorCheck[] = [
  {
    name: 'the ledger sums to zero',
    promise: 'every ledger transaction has postings and sums to zero, and so does the whole',
    find: `select 'transaction ' || t.cause || ' sums to ' || coalesce(p.sum_fen::text, 'nothing') as violation
      from pay.ledger_transaction t
      left join (select transaction_id, sum(amount_fen) as sum_fen from pay.posting group by transaction_id) p
        on p.transaction_id = t.id
      where p.sum_fen is distinct from 0
      union all
      select 'the ledger sums to ' || sum(amount_fen) from pay.posting having sum(amount_fen) <> 0`,
  },
  {
    name: 'postings have their account',
    promise: 'no posting names an account that is not there',
    find: `select 'posting of transaction ' || p.transaction_id || ' has no account' as violation
      from pay.posting p left join pay.account a on a.id = p.account_id where a.id is null`,
  },
  {
    name: 'causes are posted once',
    promise: 'no cause is posted twice, nothing is taken back twice, a reversal mirrors what it takes back',
    find: `select 'cause ' || cause || ' is posted ' || count(*) || ' times' as violation
      from pay.ledger_transaction group by cause having count(*) > 1
      union all
      select 'transaction ' || reverses || ' is taken back ' || count(*) || ' times'
      from pay.ledger_transaction where reverses is not null group by reverses having count(*) > 1
      union all
      select 'reversal ' || t.cause || ' is not the mirror of what it takes back'
      from pay.ledger_transaction t
      join pay.posting o on o.transaction_id = t.reverses
      left join pay.posting r on r.transaction_id = t.id and r.seq = o.seq and r.account_id = o.account_id
      where r.amount_fen is distinct from -o.amount_fen`,
  },
  {
    name: 'verdicts are paid',
    promise:
      'every rated or neutral order has the earning of its current revision, once its events are worked off',
    // while a verdict's event or its job is on the way, the order is not late
    find: `select 'order ' || v.work_order_id || ' has verdict ' || v.revision || ', earning '
        || coalesce(e.revision::text, 'none') as violation
      from verdict.order_verdict v
      left join pay.earning e on e.work_order_id = v.work_order_id and e.replaced_at is null
      where e.revision is distinct from v.revision
        and not exists (select from platform.outbox o
          where o.event in ('verdict.order_rated', 'verdict.rating_changed'))
        and not exists (select from graphile_worker.jobs j
          where j.task_identifier in ('pay.on_order_rated', 'pay.on_rating_changed') and j.attempts < j.max_attempts)`,
  },
  {
    name: 'earnings are in the ledger',
    promise: 'the lines of an earning sum to it, and the engineer’s account holds exactly what counts',
    find: `select 'earning of order ' || e.work_order_id || ', revision ' || e.revision || ' differs from its lines' as violation
      from pay.earning e
      left join (select work_order_id, revision, sum(amount_fen) filter (where payee = 'engineer') as wage_fen,
          sum(amount_fen) filter (where payee = 'outlet') as fee_fen
        from pay.earning_line group by work_order_id, revision) l using (work_order_id, revision)
      where l.wage_fen is distinct from e.wage_fen or l.fee_fen is distinct from e.outlet_fee_fen
      union all
      select 'engineer ' || coalesce(w.engineer_id, b.owner_id) || ' earned ' || coalesce(w.sum_fen, 0)
        || ' fen, the ledger holds ' || coalesce(b.sum_fen, 0)
      from (select engineer_id, sum(wage_fen) as sum_fen from pay.earning where replaced_at is null
        group by engineer_id having sum(wage_fen) <> 0) w
      full join (select a.owner_id, -sum(p.amount_fen) as sum_fen from pay.account a
        join pay.posting p on p.account_id = a.id
        join pay.ledger_transaction t on t.id = p.transaction_id
        left join pay.ledger_transaction o on o.id = t.reverses
        where a.kind = 'engineer' and coalesce(o.kind, t.kind) = 'wage'
        group by a.owner_id having sum(p.amount_fen) <> 0) b on b.owner_id = w.engineer_id
      where coalesce(w.sum_fen, 0) <> coalesce(b.sum_fen, 0)`,
  },
  {
    name: 'payments are in the ledger',
    promise: 'paid money is posted, money given back is taken back, and nothing else',
    find: `select 'payment ' || p.id || ' is ' || p.state || ', posted ' || (t.id is not null) || ', taken back '
        || (r.id is not null) as violation
      from pay.payment p
      left join pay.ledger_transaction t on t.cause = 'payment:' || p.id
      left join pay.ledger_transaction r on r.reverses = t.id
      where (p.paid_at is not null) <> (t.id is not null) or (p.state = 'refunded') <> (r.id is not null)`,
  },
  {
    name: 'earnings can be computed again',
    promise: 'the newest earnings come to the same fen from their facts and policy version',
    find: findMiscomputed,
  },
];
