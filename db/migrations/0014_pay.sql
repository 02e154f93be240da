-- Customers' payments, what engineers and outlets earn, the double-entry ledger.

create schema pay;

create function pay.forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is forbidden: the ledger is corrected by reversals', lower(tg_op), tg_table_name;
end $$;

-- The id is made from kind and owner, so that posting needs no look-up.
create table pay.account (
  id uuid primary key,
  kind text not null,
  -- the engineer, outlet or territory; none for accounts there is one of
  owner_id uuid,
  unique nulls not distinct (kind, owner_id)
);
create index account_owner on pay.account (owner_id) where owner_id is not null;

create table pay.ledger_transaction (
  id uuid primary key,
  -- why it was posted, once: "wage:<order>:<revision>"
  cause text not null unique,
  kind text not null,
  work_order_id uuid,
  at timestamptz not null,
  -- the transaction this one takes back
  reverses uuid unique references pay.ledger_transaction (id)
);
create index ledger_transaction_work_order on pay.ledger_transaction (work_order_id, at)
  where work_order_id is not null;

-- Positive = debit, negative = credit. No foreign key to the account: locking the few hot account rows on
-- every posting would make everybody wait; the account is written by the same statement, and doctor looks.
create table pay.posting (
  transaction_id uuid not null references pay.ledger_transaction (id),
  seq smallint not null,
  account_id uuid not null,
  amount_fen bigint not null check (amount_fen <> 0),
  at timestamptz not null,
  -- tells late comers from what a snapshot has seen
  xid xid8 not null default pg_current_xact_id(),
  primary key (transaction_id, seq)
);
create index posting_account on pay.posting (account_id, at, transaction_id, seq);
create index posting_account_xid on pay.posting (account_id, xid);

create trigger keep before update or delete or truncate on pay.account
  for each statement execute function pay.forbid_change();
create trigger keep before update or delete or truncate on pay.ledger_transaction
  for each statement execute function pay.forbid_change();
create trigger keep before update or delete or truncate on pay.posting
  for each statement execute function pay.forbid_change();

-- A statement brings whole transactions only: each sums to zero.
create function pay.must_balance() returns trigger language plpgsql as $$
declare unbalanced text;
begin
  select transaction_id::text into unbalanced from added
  group by transaction_id having sum(amount_fen) <> 0 or count(*) < 2 limit 1;
  if found then
    raise exception 'ledger transaction % does not sum to zero', unbalanced using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger must_balance after insert on pay.posting
  referencing new table as added for each statement execute function pay.must_balance();

-- Sum of an account's postings dated up to until_at and written by transactions before horizon.
create table pay.balance_snapshot (
  account_id uuid not null,
  until_at timestamptz not null,
  horizon xid8 not null,
  balance_fen bigint not null,
  primary key (account_id, until_at)
);

-- Balance of an account at an instant: latest snapshot + dated after it + written after it was taken.
create function pay.balance_at(account uuid, instant timestamptz) returns bigint language sql stable as $$
  with base as (
    select until_at, horizon, balance_fen from pay.balance_snapshot
    where account_id = account and until_at <= instant order by until_at desc limit 1
  )
  select (coalesce((select balance_fen from base), 0)
    + coalesce((select sum(amount_fen) from pay.posting
        where account_id = account and at <= instant
          and at > coalesce((select until_at from base), '-infinity')), 0)
    + coalesce((select sum(p.amount_fen) from base, pay.posting p
        where p.account_id = account and p.xid >= base.horizon and p.at <= base.until_at), 0))::bigint
$$;

create table pay.payment (
  id uuid primary key,
  work_order_id uuid not null,
  customer_id uuid not null,
  engineer_id uuid,
  outlet_id uuid,
  territory_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- the approved quote at the time, for the receipt
  quote_lines jsonb not null,
  method text not null check (method in ('online', 'cash')),
  provider text not null,
  state text not null check (state in ('created', 'paid', 'failed', 'refunded')),
  receipt_number text unique,
  created_at timestamptz not null,
  paid_at timestamptz,
  refunded_at timestamptz,
  version integer not null,
  check ((paid_at is null) = (receipt_number is null)),
  check (state <> 'paid' or paid_at is not null),
  check ((state = 'refunded') = (refunded_at is not null))
);
-- nobody pays twice for one order
create unique index payment_live on pay.payment (work_order_id) where state in ('created', 'paid');
create index payment_work_order on pay.payment (work_order_id, created_at);

create sequence pay.receipt_number_seq;

-- What a verdict earned engineer and outlet, with the facts and the policy it was computed from.
create table pay.earning (
  work_order_id uuid not null,
  -- of the rating it follows
  revision integer not null,
  engineer_id uuid not null,
  outlet_id uuid not null,
  territory_id uuid not null,
  stars smallint,
  policy_version integer not null,
  facts jsonb not null,
  wage_fen bigint not null check (wage_fen >= 0),
  outlet_fee_fen bigint not null check (outlet_fee_fen >= 0),
  posted_at timestamptz not null,
  -- a later revision took its place
  replaced_at timestamptz,
  primary key (work_order_id, revision)
);
create unique index earning_current on pay.earning (work_order_id) where replaced_at is null;
create index earning_engineer_day on pay.earning (engineer_id, posted_at);
create index earning_engineer_replaced on pay.earning (engineer_id, replaced_at) where replaced_at is not null;
create index earning_outlet_day on pay.earning (outlet_id, posted_at);
create index earning_outlet_replaced on pay.earning (outlet_id, replaced_at) where replaced_at is not null;

create table pay.earning_line (
  work_order_id uuid not null,
  revision integer not null,
  -- engineer or outlet
  payee text not null check (payee in ('engineer', 'outlet')),
  seq smallint not null,
  rule text not null,
  inputs jsonb not null,
  arithmetic text not null,
  amount_fen bigint not null,
  primary key (work_order_id, revision, payee, seq),
  foreign key (work_order_id, revision) references pay.earning (work_order_id, revision)
);
