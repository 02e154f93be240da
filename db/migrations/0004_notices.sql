-- Messages out and what became of them. A phone is never in clear here: a customer or engineer is an id, and a
-- phone without a known owner is a keyed hash and a mask. What the text needs (a code, the phone of a code) rests
-- sealed in `sealed` from queueing to handing over, and is wiped then.

create schema notices;

create table notices.message (
  id uuid primary key,
  seq bigint generated always as identity unique,
  -- what it is about happened once: a repeated event writes no second message
  cause text unique,
  template text not null,
  language text not null check (language in ('zh', 'en')),
  customer_id uuid,
  engineer_id uuid,
  phone_hash bytea,
  phone_masked text,
  subject_type text not null,
  subject_id uuid,
  sealed bytea,
  state text not null check (state in ('queued', 'sent', 'delivered', 'failed')),
  failure text,
  provider text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  done_at timestamptz,
  -- wall time after which it is of no use any more
  expires_at timestamptz not null,
  check (num_nonnulls(customer_id, engineer_id, phone_hash) = 1),
  check ((phone_hash is null) = (phone_masked is null)),
  check ((state = 'queued') = (sealed is not null)),
  check ((state = 'failed') = (failure is not null))
);
create index message_customer on notices.message (customer_id, seq) where customer_id is not null;
create index message_subject on notices.message (subject_id, seq) where subject_id is not null;
create index message_open on notices.message (expires_at) where state in ('queued', 'sent');

-- What the simulator received, sealed, for a day of wall time.
create table notices.simulated (
  message_id uuid primary key references notices.message (id),
  text_sealed bytea not null,
  received_at timestamptz not null
);
