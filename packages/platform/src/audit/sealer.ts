import type pg from 'pg';

/** Only one sealer writes at a time; the others skip their turn. */
const SEALER_LOCK = 7_215_002;

/**
 * Chains the audit rows of all transactions that are certainly over: those below the oldest one still
 * running. Rows are never touched; a seal stands for the rows of a range of transactions. Returns whether it sealed.
 */
export async function sealAudit(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ sealed: number }>(SEAL);
  return (rows[0]?.sealed ?? 0) > 0;
}

const SEAL = `with turn as (
  select pg_try_advisory_xact_lock(${SEALER_LOCK}) as mine
), last as (
  select coalesce(max(seq), 0) as seq, coalesce(max(to_xid::text::numeric), 0)::text::xid8 as to_xid,
    (select hash from platform.audit_seal order by seq desc limit 1) as hash
  from platform.audit_seal
), range as (
  select last.*, pg_snapshot_xmin(pg_current_snapshot()) as xmin from last
), digest as (
  select range.seq, range.to_xid as from_xid, range.xmin as to_xid, d.row_count, d.hash
  from range, turn, lateral platform.audit_digest(range.to_xid, range.xmin, range.hash) d
  where turn.mine and range.to_xid < range.xmin
), written as (
  insert into platform.audit_seal (seq, from_xid, to_xid, row_count, hash, sealed_at)
  select seq + 1, from_xid, to_xid, row_count, hash, clock_timestamp() from digest where row_count > 0
  -- another sealer may have finished between our snapshot and our lock
  on conflict (seq) do nothing
  returning seq
)
select count(*)::integer as sealed from written`;

/** SQL of the doctor: seals whose rows no longer hash to what was sealed. */
export const BROKEN_SEALS = `select 'seal ' || s.seq || ' does not match its audit rows' as violation
from (select *, lag(hash) over (order by seq) as previous, lag(to_xid) over (order by seq) as previous_to
      from platform.audit_seal) s,
  lateral platform.audit_digest(s.from_xid, s.to_xid, s.previous) d
where d.hash <> s.hash or d.row_count <> s.row_count
  or s.from_xid <> coalesce(s.previous_to, '0'::xid8)`;
